package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.crs.CrsRegistry;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

/** Coordinate reference systems by reference, on a layer in UTM zone 42 and one in longitude, latitude. */
@TestInstance(Lifecycle.PER_CLASS)
class CrsTest extends ServerTest {
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private CrsRegistry registry;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayers() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table("degrees", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, 'POINT(70.5 40)')")
                .table(
                        "metres",
                        "id int PRIMARY KEY, geom geometry(Point,32642)",
                        "(1, 'POINT(628000 4428000)')",
                        "(2, 'POINT(500000 4400000)')")
                .awaitServed("degrees")
                .awaitServed("metres");
    }

    @AfterAll
    void dropRelations() {
        fixture.close();
    }

    @Test
    void layerIsOfferedInCrs84FirstAndInItsZoneAndStorage() throws Exception {
        JsonNode degrees = ask("/collections/degrees").body();
        assertThat(degrees.get("crs").toString())
                .isEqualTo("[\"http://www.opengis.net/def/crs/OGC/1.3/CRS84\",\"" + EPSG + "4326\",\"" + EPSG
                        + "3857\",\"" + EPSG + "32642\"]");
        assertThat(degrees.get("storageCrs").asString()).endsWith("/OGC/1.3/CRS84");
        assertThat(ask("/collections/metres").body().get("storageCrs").asString())
                .isEqualTo(EPSG + "32642");
    }

    /** EPSG lets zone 42 end at 72° east; a zone that a layer hardly touches is none of its own. */
    @Test
    void zoneThatALayerHardlyReachesIsNotOffered() throws Exception {
        fixture.table("within", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, 'POINT(69 40)')")
                .sql("INSERT INTO layer.within VALUES (2, 'POINT(72.4 40)')")
                .table("across", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, 'POINT(69 40)')")
                .sql("INSERT INTO layer.across VALUES (2, 'POINT(72.6 40)')")
                .awaitServed("within")
                .awaitServed("across");

        assertThat(ask("/collections/within").body().get("crs").toString())
                .contains(EPSG + "32642")
                .doesNotContain(EPSG + "32643");
        assertThat(ask("/collections/across").body().get("crs").toString()).contains(EPSG + "32642", EPSG + "32643");
    }

    @Test
    void coordinatesComeInTheOrderThatTheCrsDefines() throws Exception {
        assertThat(coordinates("/collections/degrees/items/1")).isEqualTo("[70.5,40.0]");
        assertThat(coordinates("/collections/degrees/items/1?crs=" + EPSG + "4326"))
                .isEqualTo("[40.0,70.5]");
        assertThat(coordinates("/collections/metres/items/1?crs=" + EPSG + "32642"))
                .isEqualTo("[628000.0,4428000.0]");
    }

    @Test
    void headerNamesTheCrsAlsoWhereItIsTheDefault() throws Exception {
        assertThat(contentCrs("/collections/degrees/items"))
                .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        assertThat(contentCrs("/collections/degrees/items?crs=" + EPSG + "3857"))
                .isEqualTo("<" + EPSG + "3857>");
        assertThat(contentCrs("/collections/degrees/items/1?crs=" + EPSG + "4326"))
                .isEqualTo("<" + EPSG + "4326>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            degrees | 4326  | 39.9,70.4,40.1,70.6           | 1
            degrees | 4326  | 70.4,39.9,70.6,40.1           | 0
            degrees | 3857  | 7836700,4852800,7858900,4878900 | 1
            degrees | 32642 | 620000,4420000,640000,4440000 | 1
            metres  | 32642 | 628000,4428000,628000,4428000 | 1
            metres  | 32642 | 490000,4390000,640000,4440000 | 2
            metres  | 3857  | 7836700,4852800,7858900,4878900 | 1
            """)
    void boxIsReadInItsCrs(String layer, String code, String box, int expected) throws Exception {
        JsonAnswer answer = ask("/collections/" + layer + "/items?bbox=" + box + "&bbox-crs=" + EPSG + code);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("numberMatched").asInt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crs=http://www.opengis.net/def/crs/EPSG/0/32601                                  | crs      | expected is one of
            crs=nonsense                                                                     | crs      | expected is one of
            bbox=0,0,1,1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/2154                 | bbox-crs | expected is one of
            bbox=9000000,0,9000001,1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/32642    | bbox     | outside the area
            bbox=5,0,1,1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857                 | bbox     | lower edges
            """)
    void whatTheLayerIsNotOfferedInIsRefused(String query, String parameter, String expected) throws Exception {
        JsonAnswer answer = ask("/collections/degrees/items?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("parameter").asString()).isEqualTo(parameter);
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    @Test
    void postgisAndGeotoolsAgreeOnWhereAPointIs() {
        for (int srid : new int[] {3857, 32642, 32643, 32742}) {
            Envelope domain = registry.findByCode(srid).orElseThrow().domain();
            for (int step = 0; step <= 10; step++) {
                double longitude = domain.getMinX() + step * domain.getWidth() / 10;
                double latitude = domain.getMinY() + step * domain.getHeight() / 10;
                requireAgreement(srid, longitude, latitude, 1e-8);
            }
        }
    }

    /** EPSG lists several shifts from Pulkovo 1942 to WGS84, and the two programs choose each its own. */
    @Test
    void postgisAndGeotoolsAgreeWithinMetresWhereADatumHasToBeShifted() {
        requireAgreement(28413, 75, 40, 1e-4);
    }

    /** What PostGIS makes of a point leads GeoTools back to it; 1e-8 degrees are about a millimetre. */
    private void requireAgreement(int srid, double longitude, double latitude, double degrees) {
        double[] there = jdbc().sql("SELECT array[ST_X(p), ST_Y(p)] FROM ST_Transform(ST_Point(?, ?, 4326), ?) AS p")
                .params(longitude, latitude, srid)
                .query((row, number) -> {
                    Double[] numbers = (Double[]) row.getArray(1).getArray();
                    return new double[] {numbers[0], numbers[1]};
                })
                .single();
        Coordinate back = registry.findTransform(srid)
                .orElseThrow()
                .transform(new GeometryFactory().createPoint(new Coordinate(there[0], there[1])))
                .getCoordinate();
        assertThat(back.x).as("longitude by EPSG:" + srid).isCloseTo(longitude, within(degrees));
        assertThat(back.y).as("latitude by EPSG:" + srid).isCloseTo(latitude, within(degrees));
    }

    private String coordinates(String path) throws Exception {
        return ask(path).body().at("/geometry/coordinates").toString();
    }

    private String contentCrs(String path) throws Exception {
        HttpResponse<String> response = get(path);
        return response.headers().firstValue("Content-Crs").orElse("");
    }

    private JsonAnswer ask(String path) throws Exception {
        return JsonAnswer.of(get(path));
    }
}
