package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;

/** What a client asks of {@code /collections/{id}/counts}: how many there are, of what. Steps of time: {@link CountStepsTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsTest extends ServerTest {
    private static final String COUNTS = "/collections/tallied/counts";

    private final LayerFixture layers;

    CountsTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() throws IOException, InterruptedException {
        layers.table(
                        "tallied",
                        "id int PRIMARY KEY, kind text, size int, sure bool, seen date, key uuid, weight float8,"
                                + " note jsonb, at timestamptz, geom geometry(Point,4326)",
                        "(1, 'post', 9, true, '2021-04-28', NULL, 1, '{}', '2021-04-28T18:00:00Z', 'POINT(70 40)')",
                        "(2, 'post', 10, true, '2021-04-28', NULL, 1, '{}', '2021-04-29T00:00:00Z', 'POINT(179.5 0)')",
                        "(3, 'road', 10, false, '2021-04-29', NULL, 2, '{}', '2021-04-29T23:59:59Z', 'POINT(-179.5 0)')",
                        "(4, 'road', NULL, NULL, NULL, NULL, 2, '{}', NULL, 'POINT(10 50)')",
                        "(5, NULL, 10, true, '2021-04-28', NULL, 2, '{}', '2021-05-01T00:00:00Z', NULL)",
                        "(6, 'it''s \"odd\" {é}', -1, false, 'infinity', '6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0001', 2, '{}',"
                                + " '2021-05-01T00:00:00Z', 'POINT(180 90)')")
                .sql("COMMENT ON COLUMN layer.tallied.at IS 'When\n@instant'")
                .sql("COMMENT ON COLUMN layer.tallied.size IS 'Size\n@sum'")
                .sql("COMMENT ON COLUMN layer.tallied.weight IS 'Weight\n@sum'")
                .table(
                        "timeless",
                        "id int PRIMARY KEY, kind text, geom geometry(Point,4326)",
                        "(1, 'post', 'POINT(1 2)'), (2, NULL, NULL)")
                .table("nobody", "id int PRIMARY KEY, kind text, at date, geom geometry(Point,4326)")
                .sql("COMMENT ON COLUMN layer.nobody.at IS 'When\n@instant'")
                .table(
                        "clashing",
                        "id int PRIMARY KEY, count int, \"time\" text, \"by\" text, step text, \"interval\" text,"
                                + " feature text, geom geometry(Point,4326)",
                        "(1, 5, 'noon', 'x', 's', 'i', 'f', NULL), (2, 5, 'noon', 'y', 's', 'i', 'f', NULL)")
                .awaitServed("clashing");
    }

    @AfterAll
    void dropLayers() {
        layers.close();
    }

    @Test
    void withoutAPropertyAllAreOneGroupWithTheTimeThatTheySpan() throws Exception {
        assertThat(counts(COUNTS).toString())
                .isEqualTo("[{\"by\":{},\"interval\":[\"2021-04-28T18:00:00Z\",\"2021-05-01T00:00:00Z\"],"
                        + "\"undated\":1,\"count\":6}]");
    }

    @Test
    void eachValueIsAGroupAndSoIsNotKnowing() throws Exception {
        assertThat(counts(COUNTS + "?by=kind").toString())
                .isEqualTo(
                        "[{\"by\":{\"kind\":\"it's \\\"odd\\\" {é}\"},"
                                + "\"interval\":[\"2021-05-01T00:00:00Z\",\"2021-05-01T00:00:00Z\"],\"undated\":0,\"count\":1},"
                                + "{\"by\":{\"kind\":\"post\"},"
                                + "\"interval\":[\"2021-04-28T18:00:00Z\",\"2021-04-29T00:00:00Z\"],\"undated\":0,\"count\":2},"
                                + "{\"by\":{\"kind\":\"road\"},"
                                + "\"interval\":[\"2021-04-29T23:59:59Z\",\"2021-04-29T23:59:59Z\"],\"undated\":1,\"count\":2},"
                                + "{\"by\":{\"kind\":null},"
                                + "\"interval\":[\"2021-05-01T00:00:00Z\",\"2021-05-01T00:00:00Z\"],\"undated\":0,\"count\":1}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            size      | {"size":-1}: 1, {"size":9}: 1, {"size":10}: 3, {"size":null}: 1
            sure      | {"sure":false}: 2, {"sure":true}: 3, {"sure":null}: 1
            seen      | {"seen":"2021-04-28"}: 3, {"seen":"2021-04-29"}: 1, {"seen":null}: 2
            key       | {"key":"6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0001"}: 1, {"key":null}: 5
            id        | {"id":1}: 1, {"id":2}: 1, {"id":3}: 1, {"id":4}: 1, {"id":5}: 1, {"id":6}: 1
            """)
    void valuesHaveTheirTypesAndTheirOrder(String by, String expected) throws Exception {
        assertThat(rows(COUNTS + "?by=" + by)).isEqualTo(expected);
    }

    @Test
    void severalPropertiesMakeAGroupOfEachPairThatThereIs() throws Exception {
        assertThat(rows(COUNTS + "?by=sure,size"))
                .isEqualTo(
                        "{\"sure\":false,\"size\":-1}: 1, {\"sure\":false,\"size\":10}: 1, {\"sure\":true,\"size\":9}: 1,"
                                + " {\"sure\":true,\"size\":10}: 2, {\"sure\":null,\"size\":null}: 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bbox=177,-5,-177,5",
                "bbox=69,39,71,41",
                "datetime=2021-04-29",
                "datetime=2021-04-29/..",
                "kind=post",
                "kind=post&size=10",
                "filter=size%3E9%20OR%20size%20IS%20NULL",
                "filter=S_INTERSECTS(geom,BBOX(-10,-10,80,80))&kind=road",
                "bbox=0,0,1,1",
                "bbox=0,0,180,90&datetime=2021-04-28/2021-04-30&kind=post"
            })
    void countsAddUpToWhatItemsAreOfTheSameQuestion(String question) throws Exception {
        long matched = ask("/collections/tallied/items?resultType=hits&" + question)
                .body()
                .get("numberMatched")
                .asLong();

        for (String by : List.of("", "by=kind", "by=kind,sure,id", "step=P1D", "by=size&step=P1M")) {
            assertThat(total(counts(COUNTS + "?" + by + "&" + question))).as(by).isEqualTo(matched);
        }
    }

    @Test
    void reportsOfTheExampleAddUpInTheirOrderOfTime() throws Exception {
        String question = "bbox=69,39,71,41&datetime=2021-04-28/2021-05-01";
        JsonNode counts = counts("/collections/incidents/counts?by=event_type&step=P1D&" + question);
        List<String> days = StreamSupport.stream(counts.spliterator(), false)
                .map(row -> row.get("time").asString())
                .toList();

        assertThat(total(counts))
                .isPositive()
                .isEqualTo(ask("/collections/incidents/items?resultType=hits&" + question)
                        .body()
                        .get("numberMatched")
                        .asLong());
        assertThat(days).isSorted().contains("2021-04-29");
    }

    /** What the guide for developers of web pages has its readers ask. */
    @Test
    void theGuidesQuestionsHaveAnswers() throws Exception {
        List<String> questions = Pattern.compile("'localhost:8080(/collections/[^']*/counts\\?[^']*)'")
                .matcher(Files.readString(Path.of("docs/web.md")))
                .results()
                .map(question -> question.group(1))
                .toList();

        assertThat(questions).hasSize(3);
        for (String question : questions) {
            assertThat(total(counts(question))).as(question).isPositive();
        }
    }

    @Test
    void aLayerWithoutTimeTellsOfNone() throws Exception {
        assertThat(counts("/collections/timeless/counts?by=kind").toString())
                .isEqualTo("[{\"by\":{\"kind\":\"post\"},\"count\":1},{\"by\":{\"kind\":null},\"count\":1}]");
        assertThat(counts("/collections/timeless/counts").toString()).isEqualTo("[{\"by\":{},\"count\":2}]");
    }

    @Test
    void ofNoFeaturesThereIsNoGroupButAZeroWhereItIsAsked() throws Exception {
        assertThat(counts("/collections/nobody/counts").toString())
                .isEqualTo("[{\"by\":{},\"interval\":null,\"undated\":0,\"count\":0}]");
        assertThat(counts("/collections/nobody/counts?by=kind").toString()).isEqualTo("[]");
        assertThat(counts("/collections/nobody/counts?step=P1D").toString()).isEqualTo("[]");
        assertThat(counts(COUNTS + "?by=kind&kind=nobody").toString()).isEqualTo("[]");
    }

    @Test
    void sumsAreOfWhatIsKnownAndSayOfHowManyItIsNot() throws Exception {
        assertThat(rows(COUNTS + "?by=kind&sum=size,weight", "sums"))
                .isEqualTo("{\"size\":{\"sum\":-1,\"unknown\":0},\"weight\":{\"sum\":2.0,\"unknown\":0}},"
                        + " {\"size\":{\"sum\":19,\"unknown\":0},\"weight\":{\"sum\":2.0,\"unknown\":0}},"
                        + " {\"size\":{\"sum\":10,\"unknown\":1},\"weight\":{\"sum\":4.0,\"unknown\":0}},"
                        + " {\"size\":{\"sum\":10,\"unknown\":0},\"weight\":{\"sum\":2.0,\"unknown\":0}}");
        assertThat(rows(COUNTS + "?sum=size&step=P1D&id=4", "sums"))
                .as("unknown is not zero")
                .isEqualTo("{\"size\":{\"sum\":null,\"unknown\":1}}");
    }

    @Test
    void propertiesCalledLikeThePartsOfAnAnswerAreTold() throws Exception {
        assertThat(rows("/collections/clashing/counts?by=count,time,by,step,interval,feature"))
                .isEqualTo(
                        "{\"count\":5,\"time\":\"noon\",\"by\":\"x\",\"step\":\"s\",\"interval\":\"i\",\"feature\":\"f\"}: 1,"
                                + " {\"count\":5,\"time\":\"noon\",\"by\":\"y\",\"step\":\"s\",\"interval\":\"i\",\"feature\":\"f\"}: 1");
        assertThat(rows("/collections/clashing/counts?count=5&time=noon&by=feature"))
                .isEqualTo("{\"feature\":\"f\"}: 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tallied  | by=knid            | by       | counted by "knid"; expected is perhaps "kind"
            tallied  | by=colour          | by       | expected is one of
            tallied  | by=                | by       | expected is one of
            tallied  | by=kind,           | by       | expected is one of
            tallied  | by=kind,size,kind  | by       | each property once
            tallied  | by=weight          | by       | counted by "weight"
            tallied  | by=note            | by       | counted by "note"
            tallied  | by=at              | by       | counted by "at"
            tallied  | by=geom            | by       | counted by "geom"
            tallied  | by=kind&by=size    | by       | given 2 times
            tallied  | sum=kind           | sum      | no sum of "kind"; expected is one of size, weight
            tallied  | sum=size,size      | sum      | each property once
            timeless | sum=kind           | sum      | nothing in timeless can be added up
            tallied  | step=P1D1M         | step     | a duration as P1D, P1W, P1M or P1Y
            tallied  | step=P1M1D         | step     | a duration as P1D, P1W, P1M or P1Y
            tallied  | step=P0D           | step     | a duration as P1D, P1W, P1M or P1Y
            tallied  | step=PT1H          | step     | a duration as P1D, P1W, P1M or P1Y
            tallied  | step=day           | step     | a duration as P1D, P1W, P1M or P1Y
            tallied  | step=              | step     | a duration as P1D, P1W, P1M or P1Y
            tallied  | step=-P1D          | step     | from 1 to 1000000
            tallied  | step=P1000001D     | step     | from 1 to 1000000
            tallied  | step=P99999999999D | step     | a duration as P1D, P1W, P1M or P1Y
            timeless | step=P1D           | step     | the features of timeless have no time
            tallied  | limit=10           | limit    | not known here
            tallied  | setp=P1D           | setp     | perhaps "step"
            tallied  | properties=kind    | properties | not known here
            tallied  | sortby=kind        | sortby   | not known here
            tallied  | crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84 | crs | not known here
            tallied  | f=csv              | f        | expected is json
            tallied  | bbox=1,2,3         | bbox     | four numbers
            tallied  | filter=knid='a'    | filter   | no property "knid"
            """)
    void mistakesAreNamedWithWhatWasExpected(String layer, String question, String parameter, String expected)
            throws Exception {
        JsonAnswer answer = ask("/collections/" + layer + "/counts?" + question);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("parameter").asString()).isEqualTo(parameter);
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    @Test
    void thereIsNoPageOfCounts() throws Exception {
        HttpResponse<String> answer = get(COUNTS + "?f=html");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected is json");
        assertThat(get(COUNTS, "Accept", "text/html,*/*;q=0.8").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void aCollectionThatThereIsNotHasNoCounts() throws Exception {
        assertThat(ask("/collections/none/counts").status()).isEqualTo(404);
        assertThat(get("/collections/timeless/counts?asOf=2021-05-01T00:00:00Z").statusCode())
                .as("a layer without a past")
                .isEqualTo(400);
    }

    @Test
    void anAnswerLeadsToItselfAndToItsCollection() throws Exception {
        JsonAnswer answer = ask(COUNTS + "?by=kind&datetime=2021-04-29/..&f=json");

        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.link("collection")).isEqualTo("/collections/tallied");
        assertThat(ask(answer.link("self")).body()).isEqualTo(answer.body());
    }

    @Test
    void anEditChangesTheTagAndTheCounts() throws Exception {
        String tag = awaitTag(COUNTS + "?by=kind");
        Set<String> tags = new TreeSet<>(Set.of(
                tag,
                awaitTag(COUNTS),
                awaitTag(COUNTS + "?by=size"),
                awaitTag(COUNTS + "?by=kind&step=P1D"),
                awaitTag("/collections/tallied/items")));
        HttpResponse<String> again = get(COUNTS + "?by=kind", "If-None-Match", tag);

        assertThat(tags).hasSize(5);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");

        jdbc().sql("INSERT INTO layer.tallied (id, kind) VALUES (99, 'fort')").update();
        try {
            HttpResponse<String> edited = get(COUNTS + "?by=kind", "If-None-Match", tag);
            assertThat(edited.statusCode()).isEqualTo(200);
            assertThat(edited.body())
                    .contains("{\"by\":{\"kind\":\"fort\"},\"interval\":null,\"undated\":1,\"count\":1}");
            assertThat(edited.headers().firstValue("ETag"))
                    .isPresent()
                    .isNotEqualTo(again.headers().firstValue("ETag"));
        } finally {
            jdbc().sql("DELETE FROM layer.tallied WHERE id = 99").update();
        }
    }

    @Test
    void theApisDescriptionNamesCountsAndTheirParametersOnce() throws Exception {
        JsonNode api = ask("/api").body();

        assertThat(parameters(api, "tallied"))
                .contains("by", "step", "sum", "bbox", "datetime", "filter", "kind", "size")
                .doesNotContain("limit", "geom", "note")
                .doesNotHaveDuplicates();
        assertThat(parameters(api, "clashing"))
                .contains("by", "step", "count", "time")
                .doesNotHaveDuplicates();
        for (String name : List.of("by", "step", "cells")) {
            assertThat(api.at("/components/parameters/" + name + "/name").asString())
                    .isEqualTo(name);
        }
        assertThat(api.at("/paths/~1collections~1{collectionId}~1tiles~1{tileMatrixSetId}~1{tileMatrix}~1{tileRow}"
                                + "~1{tileCol}/get/parameters")
                        .toString())
                .contains("/parameters/cells\"", "/parameters/by\"");
    }

    /** Their names, also of those that are described once for all. */
    private static List<String> parameters(JsonNode api, String layer) {
        JsonNode parameters = api.at("/paths/~1collections~1" + layer + "~1counts/get/parameters");
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> parameter.has("name")
                        ? parameter.get("name").asString()
                        : api.at(parameter.get("$ref").asString().substring(1) + "/name")
                                .asString())
                .toList();
    }

    /** One member of each group. */
    private String rows(String path, String member) throws Exception {
        return String.join(
                ", ",
                StreamSupport.stream(counts(path).spliterator(), false)
                        .map(row -> row.get(member).toString())
                        .toList());
    }

    /** Each group's values and their number. */
    private String rows(String path) throws Exception {
        return String.join(
                ", ",
                StreamSupport.stream(counts(path).spliterator(), false)
                        .map(row -> row.get("by") + ": " + row.get("count"))
                        .toList());
    }

    private JsonNode counts(String path) throws Exception {
        JsonAnswer answer = ask(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body().get("counts");
    }

    private static long total(JsonNode counts) {
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToLong(row -> row.get("count").asLong())
                .sum();
    }

    private JsonAnswer ask(String path) throws Exception {
        return JsonAnswer.of(get(path.replace("\"", URLEncoder.encode("\"", StandardCharsets.UTF_8))));
    }
}
