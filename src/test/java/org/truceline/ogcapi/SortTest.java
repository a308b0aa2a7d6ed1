package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Features in the order of what functions make of them, over several pages. */
@TestInstance(Lifecycle.PER_CLASS)
class SortTest extends ServerTest {
    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayers() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table("spread", "id int PRIMARY KEY, name text, size int, geom geometry(Geometry, 4326)")
                // Around the pole and the antimeridian too, some in the same place, some without one, some areas.
                .sql("""
                        INSERT INTO layer.spread
                        SELECT i, CASE WHEN i % 7 > 0 THEN 'Name ' || i % 5 END, i % 4,
                               CASE WHEN i % 50 = 0 THEN NULL
                                    WHEN i % 11 = 0 THEN ST_MakeEnvelope(x, y, least(x + 2, 180), least(y + 3, 90), 4326)
                                    ELSE ST_SetSRID(ST_MakePoint(x, y), 4326) END
                        FROM (SELECT i, (i * 37 % 360) - 180 AS x, (i / 3 * 23 % 181) - 90 AS y
                              FROM generate_series(1, 600) AS i) AS places
                        """)
                .sql("CREATE INDEX ON layer.spread USING gist (geom)")
                .table("in-zone", "id int PRIMARY KEY, geom geometry(Point, 32642)")
                .sql("""
                        INSERT INTO layer."in-zone"
                        SELECT i, ST_Transform(ST_SetSRID(ST_MakePoint(66 + i * 7 % 60 / 10.0, 35 + i * 11 % 97 / 10.0), 4326), 32642)
                        FROM generate_series(1, 300) AS i
                        """)
                .sql("CREATE INDEX ON layer.\"in-zone\" USING gist (geom)")
                .awaitServed("spread")
                .awaitServed("in-zone");
    }

    @AfterAll
    void dropLayers() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            distance(geom,POINT(70 40))               | ST_Distance(geom::geography, 'POINT(70 40)') NULLS LAST
            nearest(geom, POINT(179.9 -60))           | ST_Distance(geom::geography, 'POINT(179.9 -60)') NULLS LAST
            nearest(POINT(0 90), geom),-name          | ST_Distance(geom::geography, 'POINT(0 90)') NULLS LAST, name DESC NULLS LAST
            -nearest(geom,POINT(10 0))                | ST_Distance(geom::geography, 'POINT(10 0)') DESC NULLS LAST
            nearest(geom,LINESTRING(0 0,50 60))       | ST_Distance(geom::geography, 'LINESTRING(0 0,50 60)') NULLS LAST
            -area(geom)                               | ST_Area(geom::geography) DESC NULLS LAST
            size,CASEI(name),distance(geom,POINT(0 0)) | size, upper(name) NULLS LAST, ST_Distance(geom::geography, 'POINT(0 0)') NULLS LAST
            -abs(size - 2),"name"                     | abs(size - 2) DESC, name NULLS LAST
            """)
    void pagesFollowTheOrderToItsEnd(String sortby, String truth) throws Exception {
        List<String> expected = jdbc().sql("SELECT id::text FROM layer.spread AS s ORDER BY " + truth + ", s.id")
                .query(String.class)
                .list();

        assertThat(ids("/collections/spread/items?limit=73&sortby=" + encode(sortby)))
                .isEqualTo(expected);
    }

    @Test
    void nearestGoesTogetherWithOtherConditions() throws Exception {
        List<String> expected = jdbc().sql("""
                        SELECT id::text FROM layer.spread AS s
                        WHERE size = 1 AND ST_Intersects(geom, ST_MakeEnvelope(-180, -90, 180, 90, 4326))
                        ORDER BY ST_Distance(geom::geography, 'POINT(-179 70)'), s.id
                        """).query(String.class).list();

        assertThat(ids("/collections/spread/items?limit=20&size=1&bbox=-180,-90,180,90&sortby="
                        + encode("nearest(geom,POINT(-179 70))")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"69,40,''", "66.2,44,''", "500000,4427757,http://www.opengis.net/def/crs/EPSG/0/32642"})
    void nearestOfALayerInMetresIsNearestOnEarth(String x, String y, String crs) throws Exception {
        String degrees = crs.isEmpty() ? "POINT(" + x + " " + y + ")" : "POINT(69 40)";
        List<String> expected = jdbc().sql("SELECT id::text FROM layer.\"in-zone\" AS s ORDER BY"
                        + " round(ST_Distance(ST_Transform(geom, 4326)::geography, '" + degrees
                        + "')::numeric, 1), s.id")
                .query(String.class)
                .list();
        String sortby = "nearest(geom,POINT(" + x + " " + y + "))";

        List<String> found = ids("/collections/in-zone/items?limit=41&sortby=" + encode(sortby)
                + (crs.isEmpty() ? "" : "&filter-crs=" + encode(crs)));
        assertThat(found).hasSameElementsAs(expected);
        assertThat(found.subList(0, 20)).isEqualTo(expected.subList(0, 20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            distanse(geom,POINT(0 0))          | perhaps "distance"
            distance(geom)                     | distance(geom, g)
            distance(geom,POINT(0 0)           | at character 25
            name,distance(geom,POINT(0))       | at character 27
            distance(geom,POINT(0 0)) > 5      | can't be sorted by
            within_distance(geom,POINT(0 0),5),geom | "geom" can't be sorted by
            size,,name                         | "" can't be sorted by
            colour                             | "colour" can't be sorted by
            distance(geom,POINT(200 0))        | not on Earth
            area(name)                         | a geometry
            "colour"                           | no property "colour"
            '                                  | can't be sorted by
            size,size,size,size,size,size,size,size,size,size,size,size,size,size,size,size,size | at most 16
            """)
    void whatCannotBeSortedByIsNamed(String sortby, String expected) throws Exception {
        JsonAnswer answer = JsonAnswer.of(get("/collections/spread/items?sortby=" + encode(sortby)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("parameter").asString()).isEqualTo("sortby");
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    @Test
    void placeInAnotherOrderIsRefused() throws Exception {
        JsonAnswer page = JsonAnswer.of(get("/collections/spread/items?limit=5&sortby=" + encode("area(geom)")));
        String after = page.link("next").replaceFirst(".*after=", "");

        assertThat(get("/collections/spread/items?sortby=name,size&after=" + after)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/collections/spread/items?sortby=" + encode("area(geom)") + "&after=x")
                        .statusCode())
                .isEqualTo(400);
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            JsonAnswer page = JsonAnswer.of(get(next));
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            ids.addAll(page.featureIds());
            next = page.link("next");
        }
        return ids;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
