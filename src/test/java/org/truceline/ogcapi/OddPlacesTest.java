package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

/** Relations whose places could go wrong: other reference systems, odd geometries, the ends of the world, uncertainty. */
class OddPlacesTest extends ServerTest {
    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeEach
    void openFixture() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue);
    }

    @AfterEach
    void dropRelations() {
        fixture.close();
    }

    @Test
    void undeclaredSridIsReadRowByRowAndSaidSo() throws Exception {
        fixture.table(
                        "undeclared",
                        "id int PRIMARY KEY, geom geometry",
                        "(1, 'POINT(70 40)')",
                        "(2, 'SRID=3857;POINT(7792364.355529149 4865942.279503176)')",
                        "(3, NULL)")
                .awaitServed("undeclared");

        JsonAnswer near = ask("/collections/undeclared/items?bbox=69.9,39.9,70.1,40.1");
        assertThat(near.featureIds()).containsExactly("1", "2");
        assertThat(near.feature(1).at("/geometry/coordinates/0").asDouble())
                .isCloseTo(70, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(ask("/collections/undeclared").body().get("description").asString())
                .contains("declares no SRID");
        assertThat(get("/actuator/health").body()).contains("undeclared");
    }

    @Test
    void otherCrsIsTransformed() throws Exception {
        fixture.table("utm", "id int PRIMARY KEY, geom geometry(Point,32642)", "(1, 'SRID=32642;POINT(500000 0)')")
                .awaitServed("utm");

        assertThat(ask("/collections/utm/items?bbox=68.9,-0.1,69.1,0.1").featureIds())
                .containsExactly("1");
        assertThat(ask("/collections/utm").body().at("/extent/spatial/bbox/0/0").asDouble())
                .isCloseTo(69, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void extentHoldsTheUncertaintyOfPlaces() throws Exception {
        fixture.table(
                        "heard",
                        "id int PRIMARY KEY, radius real, geom geometry(Point,4326)",
                        "(1, 30000, 'POINT(70 60)')",
                        "(2, NULL, 'POINT(70 60)')",
                        "(3, 10, NULL)",
                        "(4, 10, 'POINT EMPTY')")
                .table(
                        "heard near the pole",
                        "id int PRIMARY KEY, radius int, geom geometry(Point,4326)",
                        "(1, 2000, 'POINT(70 89.99)')")
                .table(
                        "heard near 180",
                        "id int PRIMARY KEY, radius int, geom geometry(Point,4326)",
                        "(1, 2000, 'POINT(179.99 -10)')")
                .sql("COMMENT ON COLUMN layer.heard.radius IS 'Uncertainty (m)\n@uncertainty'")
                .sql("COMMENT ON COLUMN layer.\"heard near the pole\".radius IS '@uncertainty'")
                .sql("COMMENT ON COLUMN layer.\"heard near 180\".radius IS '@uncertainty'")
                .table(
                        "worded",
                        "id int PRIMARY KEY, radius text, geom geometry(Point,4326)",
                        "(1, 'wide', 'POINT(70 60)')")
                .sql("COMMENT ON COLUMN layer.worded.radius IS '@uncertainty'")
                .awaitServed("worded");

        Envelope circle = new Envelope();
        for (int azimuth = 0; azimuth < 360; azimuth++) {
            GeodesicData place = Geodesic.WGS84.Direct(60, 70, azimuth, 30000);
            circle.expandToInclude(place.lon2, place.lat2);
        }
        Envelope extent = extent("heard");
        assertThat(extent.contains(circle)).isTrue();
        assertThat(extent.getWidth()).isLessThan(circle.getWidth() * 1.02);
        assertThat(extent.getHeight()).isLessThan(circle.getHeight() * 1.02);
        Envelope aroundThePole = extent("heard%20near%20the%20pole");
        assertThat(aroundThePole.getMinX()).isEqualTo(-180);
        assertThat(aroundThePole.getMaxX()).isEqualTo(180);
        assertThat(aroundThePole.getMaxY()).isEqualTo(90);
        assertThat(extent("heard%20near%20180").getMaxX()).isEqualTo(180);
        assertThat(extent("worded").getArea()).isZero();
        assertThat(get("/actuator/health").body()).contains("@uncertainty but is of type text");
    }

    private Envelope extent(String layer) throws Exception {
        JsonNode box = ask("/collections/" + layer).body().at("/extent/spatial/bbox/0");
        return new Envelope(
                box.get(0).asDouble(),
                box.get(2).asDouble(),
                box.get(1).asDouble(),
                box.get(3).asDouble());
    }

    @Test
    void secondGeometryColumnIsAPropertyAndTheMarkedOneIsTheGeometry() throws Exception {
        fixture.table(
                        "two",
                        "id int PRIMARY KEY, seen_from geometry(Point,4326), area geometry(Polygon,4326)",
                        "(1, 'POINT(1 2)', 'POLYGON((0 0,1 0,1 1,0 0))')")
                .sql("COMMENT ON COLUMN layer.two.area IS 'Area\n@geometry'")
                .awaitServed("two");

        JsonAnswer answer = ask("/collections/two/items/1");
        assertThat(answer.body().at("/geometry/type").asString()).isEqualTo("Polygon");
        assertThat(answer.body().at("/properties/seen_from/coordinates").toString())
                .isEqualTo("[1,2]");
    }

    @Test
    void curvesAreServedAsLines() throws Exception {
        fixture.table(
                        "curves",
                        "id int PRIMARY KEY, geom geometry(CurvePolygon,4326)",
                        "(1, 'CURVEPOLYGON(CIRCULARSTRING(0 0, 1 1, 2 0, 1 -1, 0 0))')")
                .awaitServed("curves");

        assertThat(ask("/collections/curves/items/1")
                        .body()
                        .at("/geometry/type")
                        .asString())
                .isEqualTo("Polygon");
    }

    @Test
    void furtherGeometriesAreGeoJsonWhateverTheyHold() throws Exception {
        fixture.table(
                        "further",
                        "id int PRIMARY KEY, place geometry(Point,4326), more geometry",
                        "(1, NULL, 'GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION(POINT(3 4)))')",
                        "(2, NULL, 'GEOMETRYCOLLECTION(MULTIPOINT(1 2,3 4))')",
                        "(3, NULL, 'POLYHEDRALSURFACE(((0 0 0,0 1 0,1 1 0,0 0 0)))')",
                        "(4, NULL, 'GEOMETRYCOLLECTION(GEOMETRYCOLLECTION EMPTY)')")
                .awaitServed("further");

        assertThat(get("/collections/further/items").body())
                .contains("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
                        + "{\"type\":\"Point\",\"coordinates\":[3,4]}]}")
                .contains("\"geometries\":[{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}]}")
                .contains(
                        "\"geometries\":[{\"type\":\"Polygon\",\"coordinates\":[[[0,0,0],[0,1,0],[1,1,0],[0,0,0]]]}]}")
                .contains("\"more\":{\"type\":\"GeometryCollection\",\"geometries\":[]}");
    }

    @Test
    void whatLiesAtInfinityLeavesAnExtentOfNumbers() throws Exception {
        fixture.table(
                        "boundless",
                        "id int PRIMARY KEY, geom geometry(Point,4326)",
                        "(1, 'POINT(1 2)')",
                        "(2, ST_SetSRID(ST_MakePoint('Infinity', '-Infinity'), 4326))")
                .awaitServed("boundless");

        assertThat(get("/collections/boundless").body()).contains("\"bbox\":[[1.0,-90.0,180.0,2.0]]");
        assertThat(get("/collections/boundless?f=html").statusCode()).isEqualTo(200);
    }

    private JsonAnswer ask(String path) throws Exception {
        return JsonAnswer.of(get(path));
    }
}
