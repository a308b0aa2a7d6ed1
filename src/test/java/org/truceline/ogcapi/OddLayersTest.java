package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Relations that an operator may well make, one for each thing that could go wrong with serving them. */
class OddLayersTest extends ServerTest {
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
    void tableMadeByHandIsServedWithItsCommentsAndGoesWhenItIsDropped() throws Exception {
        fixture.table(
                        "posts",
                        "id int PRIMARY KEY, height float4, geom geometry(Point,4326)",
                        "(7, 0.1, 'POINT(70 40)')")
                .sql("COMMENT ON TABLE layer.posts IS 'Observation posts\nWhere observers stand.\n"
                        + "@license https://example.org/terms The terms\n@attribution The mission'")
                .awaitServed("posts");

        JsonAnswer collection = ask("/collections/posts");
        assertThat(collection.body().get("title").asString()).isEqualTo("Observation posts");
        assertThat(collection.body().get("description").asString()).isEqualTo("Where observers stand.");
        assertThat(collection.body().get("attribution").asString()).isEqualTo("The mission");
        assertThat(collection.body().at("/extent/spatial/bbox/0").toString()).isEqualTo("[70.0,40.0,70.0,40.0]");
        assertThat(get("/collections/posts").body()).contains("\"license\"", "https://example.org/terms");
        assertThat(ask("/collections/posts/items/7").body().toString())
                .contains("\"id\":7", "\"height\":0.1", "\"coordinates\":[70.0,40.0]");
        assertThat(ask("/collections/posts/items?height=0.1").featureIds()).containsExactly("7");

        fixture.close();
        fixture.awaitGone("posts");
        assertThat(get("/collections/posts").statusCode()).isEqualTo(404);
    }

    @Test
    void namesWithQuotesSpacesAndSlashesAreKept() throws Exception {
        String name = "it's \"odd\" / 50%; DROP";
        fixture.table(
                        name,
                        "id text PRIMARY KEY, \"two words\" text, \"quo\"\"ted\" int, geom geometry(Point,4326)",
                        "('a/b?c#d%e', 'x', 1, 'POINT(1 2)')",
                        "('z', 'y', 2, 'POINT(3 4)')")
                .awaitServed(name);
        String path = "/collections/it%27s%20%22odd%22%20%2F%2050%25%3B%20DROP";

        assertThat(ask(path).body().get("id").asString()).isEqualTo(name);
        assertThat(ask(path + "/items?two%20words=x").featureIds()).containsExactly("a/b?c#d%e");
        assertThat(ask(path + "/items?quo%22ted=2").featureIds()).containsExactly("z");
        JsonAnswer page = ask(path + "/items?limit=1");
        assertThat(ask(page.link("next")).featureIds()).containsExactly("z");
        JsonAnswer feature = ask(path + "/items/a%2Fb%3Fc%23d%25e");
        assertThat(feature.status()).isEqualTo(200);
        assertThat(ask(feature.link("self")).body()).isEqualTo(feature.body());
    }

    @Test
    void parametersKeepTheirMeaningWhereColumnsAreCalledLikeThem() throws Exception {
        fixture.table(
                        "clash",
                        "id int PRIMARY KEY, \"limit\" int, bbox text, f text, datetime text, geom geometry(Point,4326)",
                        "(1, 5, 'b', 'f', 'd', 'POINT(1 2)')",
                        "(2, 6, 'b', 'f', 'd', 'POINT(3 4)')")
                .awaitServed("clash");

        JsonAnswer page = ask("/collections/clash/items?limit=1&bbox=0,0,9,9&f=json");
        assertThat(page.featureIds()).containsExactly("1");
        assertThat(page.body().get("numberMatched").asInt()).isEqualTo(2);
        assertThat(page.feature(0).get("properties").toString())
                .isEqualTo("{\"limit\":5,\"bbox\":\"b\",\"f\":\"f\",\"datetime\":\"d\"}");
    }

    @Test
    void emptyLayerIsEmptyAndNotAnError() throws Exception {
        fixture.table("nothing", "id int PRIMARY KEY, geom geometry(Point,4326)")
                .awaitServed("nothing");

        JsonAnswer answer = ask("/collections/nothing/items");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("numberMatched").asInt()).isZero();
        assertThat(answer.featureIds()).isEmpty();
        assertThat(ask("/collections/nothing").body().has("extent")).isFalse();
    }

    @Test
    void everyTypeIsWrittenAsJsonReadsIt() throws Exception {
        jdbc().sql("CREATE TYPE layer.mood AS ENUM ('calm', 'tense')").update();
        try {
            fixture.table(
                            "types",
                            "id uuid PRIMARY KEY, e layer.mood, n numeric, d float8, b bool, day date, at timestamptz,"
                                    + " doc jsonb, tags text[], span int4range, geom geometry(PointZM,4326)",
                            "('6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0001', 'tense', 12345678901234567890.5, 'NaN', true,"
                                    + " '2021-04-29', '2021-04-29 14:00:00+06', '{\"a\": [1]}', '{x,\"y z\"}', '[1,3)',"
                                    + " 'POINT ZM (1 2 3 4)')",
                            "('6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0002', NULL, NULL, NULL, NULL, NULL, 'infinity',"
                                    + " NULL, NULL, NULL, NULL)")
                    .awaitServed("types");

            JsonAnswer answer = ask("/collections/types/items");
            assertThat(get("/collections/types/items").body())
                    .contains("{\"e\":\"tense\",\"n\":12345678901234567890.5,\"d\":null,\"b\":true,"
                            + "\"day\":\"2021-04-29\",\"at\":\"2021-04-29T08:00:00Z\",\"doc\":{\"a\": [1]},"
                            + "\"tags\":[\"x\",\"y z\"],\"span\":\"[1,3)\"}");
            assertThat(answer.feature(0).at("/geometry/coordinates").toString()).isEqualTo("[1.0,2.0,3.0]");
            assertThat(answer.feature(1).get("geometry").isNull()).isTrue();
            assertThat(answer.feature(1).at("/properties/at").isNull()).isTrue();
            assertThat(ask("/collections/types/items?e=tense").featureIds()).hasSize(1);
            assertThat(ask("/collections/types/items?e=furious").featureIds()).isEmpty();
            assertThat(ask("/collections/types/items?n=12345678901234567890.5").featureIds())
                    .hasSize(1);
            assertThat(ask("/collections/types/items?at=2021-04-29T08:00:00Z").featureIds())
                    .hasSize(1);
            assertThat(ask("/collections/types/items?day=2021-04-29&b=true").featureIds())
                    .hasSize(1);
            assertThat(get("/collections/types/items?span=1").statusCode()).isEqualTo(400);
        } finally {
            fixture.close();
            jdbc().sql("DROP TYPE layer.mood").update();
        }
    }

    @Test
    void firstAndLastMomentsThatTheDatabaseKnowsAreTold() throws Exception {
        fixture.table(
                        "ages",
                        "id int PRIMARY KEY, at timestamptz, geom geometry(Point,4326)",
                        "(1, '294276-12-31 23:59:59.999999Z', NULL)",
                        "(2, '4713-01-01 00:00:00Z BC', NULL)")
                .awaitServed("ages");

        assertThat(get("/collections/ages/items").body())
                .contains("\"at\":\"+294276-12-31T23:59:59.999999Z\"", "\"at\":\"-4712-01-01T00:00:00Z\"");
        for (String extension : new String[] {"geojson", "geojsons", "csv", "fgb", "gpkg"}) {
            assertThat(get("/collections/ages/export." + extension).statusCode())
                    .as(extension)
                    .isEqualTo(200);
        }
        assertThat(get("/collections/ages/items?f=html").body()).contains("294276");
    }

    @Test
    void relationsThatCannotBeServedAreNamedWithTheReason() throws Exception {
        fixture.table("no-id", "name text, geom geometry(Point,4326)")
                .table("decimal-id", "id numeric, geom geometry(Point,4326)")
                .table("twice", "id int, geom geometry(Point,4326)", "(4, NULL)", "(4, NULL)")
                .table("geographic", "id int PRIMARY KEY, place geography(Point,4326)")
                .table("plain", "id int PRIMARY KEY, name text")
                .view("failing", "SELECT 1 / 0 AS id, NULL::geometry(Point,4326) AS geom");
        Map<String, String> reasons = Map.of(
                "no-id", "neither a primary key of one column nor a column named id",
                "decimal-id", "of type numeric",
                "twice", "holds 4 more than once",
                "geographic", "casts it to geometry",
                "failing", "division by zero");

        for (Map.Entry<String, String> expected : reasons.entrySet()) {
            assertThat(fixture.awaitRefused(expected.getKey()).reason()).contains(expected.getValue());
            assertThat(get("/collections/" + expected.getKey()).statusCode()).isEqualTo(404);
        }
        String health = get("/actuator/health").body();
        assertThat(health).contains("notServed").contains(reasons.keySet());
        assertThat(get("/collections").body()).doesNotContain("\"plain\"");
    }

    @Test
    void idColumnOfAViewServesOnceItIsUnique() throws Exception {
        fixture.table("base", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, 'POINT(1 2)')", "(2, 'POINT(1 2)')")
                .view("computed", "SELECT 'b-' || id AS id, ST_Buffer(geom, 1) AS geom FROM layer.base")
                .awaitServed("computed");

        assertThat(ask("/collections/computed/items").featureIds()).containsExactly("b-1", "b-2");
    }

    @Test
    void commentMarksSayWhatDatetimeAsks() throws Exception {
        fixture.table(
                        "spans",
                        "id int PRIMARY KEY, valid_from date, valid_to date, geom geometry(Point,4326)",
                        "(1, '2021-01-01', '2021-01-31', NULL)",
                        "(2, '2021-02-01', NULL, NULL)",
                        "(3, NULL, NULL, NULL)")
                .sql("COMMENT ON COLUMN layer.spans.valid_from IS 'From\n@start'")
                .sql("COMMENT ON COLUMN layer.spans.valid_to IS 'To\n@end'")
                .awaitServed("spans");

        assertThat(ask("/collections/spans/items?datetime=2021-01-31T23:00:00Z").featureIds())
                .containsExactly("1");
        assertThat(ask("/collections/spans/items?datetime=2021-01-31/2021-02-01")
                        .featureIds())
                .containsExactly("1", "2");
        assertThat(ask("/collections/spans/items?datetime=2020-12-31").featureIds())
                .isEmpty();
        assertThat(ask("/collections/spans/items?datetime=2030-01-01/..").featureIds())
                .containsExactly("2");
        assertThat(ask("/collections/spans")
                        .body()
                        .at("/extent/temporal/interval/0")
                        .toString())
                .isEqualTo("[\"2021-01-01T00:00:00Z\",null]");
    }

    @Test
    void commentSaysInWhichOrderFeaturesCome() throws Exception {
        fixture.table(
                        "ordered",
                        "id int PRIMARY KEY, town text, n int, geom geometry(Point,4326)",
                        "(1, NULL, 1, NULL)",
                        "(2, 'b', 1, 'POINT(1 2)')",
                        "(3, 'a', 1, 'POINT(1 2)')",
                        "(4, 'b', 2, 'POINT(1 2)')",
                        "(5, NULL, 2, NULL)",
                        "(6, 'b', 2, 'POINT(1 2)')")
                .sql("COMMENT ON TABLE layer.ordered IS 'Ordered\n@order town, -n'")
                .awaitServed("ordered");

        List<String> read = new ArrayList<>();
        for (String next = "/collections/ordered/items?limit=2"; !next.isEmpty(); ) {
            JsonAnswer page = ask(next);
            read.addAll(page.featureIds());
            next = page.link("next");
        }
        assertThat(read).containsExactly("3", "4", "6", "2", "5", "1");
        assertThat(ask("/collections/ordered/items?sortby=id").featureIds())
                .containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(ask("/collections/incidents/items")
                        .feature(0)
                        .get("geometry")
                        .isNull())
                .as("incidents with a place come first")
                .isFalse();
    }

    @Test
    void orderThatCannotBeIsLeftOutAsAWhole() throws Exception {
        fixture.table(
                        "disordered",
                        "id int PRIMARY KEY, n int, geom geometry(Point,4326)",
                        "(1, 2, NULL)",
                        "(2, 1, NULL)")
                .sql("COMMENT ON TABLE layer.disordered IS 'Disordered\n@order n, geom, -town'")
                .awaitServed("disordered");

        assertThat(ask("/collections/disordered/items").featureIds()).containsExactly("1", "2");
        assertThat(get("/actuator/health").body())
                .contains("@order names \\\"geom\\\"")
                .contains("@order names \\\"town\\\"");
    }

    @Test
    void whatHasNoPlaceIsARecord() throws Exception {
        fixture.table("told", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, 'POINT(1 2)')", "(2, NULL)")
                .sql("COMMENT ON TABLE layer.told IS 'Told\n@record'")
                .table("placeless", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, NULL)")
                .table("placed", "id int PRIMARY KEY, geom geometry(Point,4326)", "(1, 'POINT(1 2)')", "(2, NULL)")
                .awaitServed("told")
                .awaitServed("placeless")
                .awaitServed("placed");

        assertThat(itemType("told")).isEqualTo("record");
        assertThat(ask("/collections/told/items/1").body().at("/geometry/type").asString())
                .as("a record keeps the place that it has")
                .isEqualTo("Point");
        assertThat(itemType("placeless")).isEqualTo("record");
        assertThat(itemType("placed")).isEqualTo("feature");
    }

    private String itemType(String layer) throws Exception {
        return ask("/collections/" + layer).body().get("itemType").asString();
    }

    @Test
    void slowViewHoldsUpNoOther() throws Exception {
        fixture.table("base", "id int PRIMARY KEY, geom geometry(Point,4326)")
                .view(
                        "a-slow-one",
                        "SELECT i AS id, pg_sleep(5)::text AS slept, NULL::geometry(Point,4326) AS geom"
                                + " FROM generate_series(1, 100) AS i WHERE pg_sleep(5) IS NOT NULL")
                .awaitServed("base")
                .awaitServed("a-slow-one");

        assertThat(ask("/collections/a-slow-one").body().get("description").asString())
                .contains("ids are unique could not be found out");
        assertThat(ask("/collections").body().toString()).contains("\"a-slow-one\"", "\"incidents\"");
    }

    @Test
    void infiniteDatesAreNoDays() throws Exception {
        fixture.table(
                        "endless",
                        "id int PRIMARY KEY, day date, geom geometry(Point,4326)",
                        "(1, 'infinity', NULL)",
                        "(2, '-infinity', NULL)")
                .awaitServed("endless");

        JsonAnswer answer = ask("/collections/endless/items");
        assertThat(answer.feature(0).at("/properties/day").isNull()).isTrue();
        assertThat(answer.feature(1).at("/properties/day").isNull()).isTrue();
    }

    private JsonAnswer ask(String path) throws Exception {
        return JsonAnswer.of(get(path));
    }
}
