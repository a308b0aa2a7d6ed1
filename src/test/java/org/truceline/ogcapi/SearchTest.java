package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions for features that come in the body of a request. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchTest extends ServerTest {
    private static final String SEARCH = "/collections/sought/search";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayer() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table(
                        "sought",
                        "id text PRIMARY KEY, size numeric, geom geometry(Point, 4326)",
                        "('a', 1, 'POINT(70 40)')",
                        "('b', 0.1, 'POINT(71 40)')",
                        "('c', 3, 'POINT(72 40)')",
                        "('d', 3, NULL)",
                        "('é \"', NULL, 'POINT(72.5 40)')")
                .awaitServed("sought");
    }

    @AfterAll
    void dropLayer() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                     | a,b,c,d,é "
            {"bbox": [69, 39, 7.15e1, 41]}                                         | a,b
            {"bbox": "69,39,71.5,41", "limit": "1"}                                | a
            {"size": 0.1}                                                          | b
            {"filter": "size > 2"}                                                 | c,d
            {"filter": {"op": ">", "args": [{"property": "size"}, 2]}}             | c,d
            {"filter": {"op": "=", "args": [{"property": "size"}, 0.1]}, "filter-lang": "cql2-json"} | b
            {"filter": "{\\"op\\": \\"=\\", \\"args\\": [{\\"property\\": \\"size\\"}, 1]}", "filter-lang": "cql2-json"} | a
            {"sortby": ["-size", "-id"], "properties": ["size"], "limit": 3}             | d,c,a
            {"filter": "size > 2", "filter-lang": "ecql", "bbox": [0, 0, 80, 80]}  | c
            """)
    void questionInJsonIsThatOfTheSameParameters(String body, String expected) throws Exception {
        JsonAnswer answer = JsonAnswer.of(post(SEARCH, JSON, body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/geo+json");
        assertThat(String.join(",", answer.featureIds())).isEqualTo(expected);
    }

    @Test
    void questionMayComeInAFormAndAsksTheCollectionItNames() throws Exception {
        String form = "collections=sought&filter=" + URLEncoder.encode("size > 2", StandardCharsets.UTF_8);

        assertThat(JsonAnswer.of(post("/search", FORM, form)).featureIds()).containsExactly("c", "d");
        assertThat(JsonAnswer.of(post("/search", JSON, "{\"collections\": [\"sought\"], \"size\": 1}"))
                        .featureIds())
                .containsExactly("a");
        assertThat(JsonAnswer.of(post(SEARCH + "/?limit=2", JSON, "{\"size\": 3}"))
                        .featureIds())
                .containsExactly("c", "d");
    }

    @Test
    void shortQuestionGoesOnByAnAddressAndALongOneByABody() throws Exception {
        JsonAnswer brief = JsonAnswer.of(post(SEARCH, JSON, "{\"limit\": 2, \"filter\": \"size > 0\"}"));
        assertThat(JsonAnswer.of(get(brief.link("next"))).featureIds()).containsExactly("c", "d");
        assertThat(brief.link("self")).startsWith("/collections/sought/items?limit=2&filter=");

        List<String> ids = new ArrayList<>();
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("filter", longFilter())
                .put("limit", 2)
                .put("sortby", "-size")
                .toString();
        while (!body.isEmpty()) {
            JsonAnswer page = JsonAnswer.of(post(SEARCH, JSON, body));
            ids.addAll(page.featureIds());
            JsonNode next = page.body().get("links").get(0);
            assertThat(next.path("method").asString("")).isIn("POST", "");
            body = next.has("body") ? next.get("body").toString() : "";
            assertThat(page.link("next")).isEqualTo(body.isEmpty() ? "" : SEARCH);
        }
        assertThat(ids).containsExactly("c", "d", "a", "b", "é \"");
    }

    @Test
    void whatHasNoPlaceForABodyIsToldWhatToAdd() throws Exception {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("filter", longFilter())
                .put("limit", 2)
                .toString();
        HttpResponse<String> first = post(SEARCH + "?f=geojsonseq", JSON, body);

        assertThat(first.body()).contains("\"a\"").contains("\"b\"");
        assertThat(first.headers().allValues("Link"))
                .anySatisfy(link -> assertThat(link)
                        .contains("/collections/sought/search>; rel=\"next\"")
                        .endsWith("method=\"POST\"; after*=UTF-8''b"));
        HttpResponse<String> second = post(SEARCH + "?f=geojsonseq&after=b", JSON, body);
        assertThat(second.body()).contains("\"c\"").contains("\"d\"").doesNotContain("\"a\"");
    }

    @Test
    void longQuestionInAnAddressIsAnsweredInAFormatWhoseLinksAreHeaders() throws Exception {
        String query = "?f=geojsonseq&limit=1&filter=" + URLEncoder.encode(longFilter(), StandardCharsets.UTF_8);
        HttpResponse<String> page = get("/collections/sought/items" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Link"))
                .anySatisfy(link -> assertThat(link).contains("rel=\"next\"").contains("after=a"));
    }

    @Test
    void longFiltersAreAnsweredAndLongerOnesRefused() throws Exception {
        String ids =
                IntStream.range(0, 40_000).mapToObj(i -> "'%05d'".formatted(i)).collect(Collectors.joining(","));
        JsonAnswer long300Kilobytes = JsonAnswer.of(post(SEARCH, JSON, "{\"filter\": \"id IN ('a'," + ids + ")\"}"));
        assertThat(long300Kilobytes.featureIds()).containsExactly("a");

        String tooLong = "x".repeat(600 * 1024);
        for (HttpResponse<String> response : List.of(
                post(SEARCH, JSON, "{\"filter\": \"" + tooLong + "\"}"), post(SEARCH, FORM, "filter=" + tooLong))) {
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("at most 524288 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"limit": 1                    | body         | not JSON
            {"limit": 1, "limit": 2}       | body         | Duplicate
            {} {}                          | body         | more after
            [1]                            | body         | no JSON object
            {"limit": null}                | limit        | null
            {"limit": {"a": 1}}            | limit        | nested
            {"bbox": [[1, 2], 3, 4]}       | bbox         | nested
            {"bbox": [1, 2, 3]}            | bbox         | four numbers
            {"colour": "red"}              | colour       | not known here
            {"collections": "sought"}      | collections  | not known here
            {"size": [1, 2]}               | size         | a number is expected
            {"size": NaN}                  | body         | not JSON
            {"size": 1e999}                | size         | double precision
            {"filter": "size >"}           | filter       | at character 7
            {"filter":  {"op": "=", "args": [{"property": "siz"}, 1]}} | filter | at character 22; expected is perhaps "size"
            {"filter": {"op": "=", "args": []}, "filter-lang": "cql2-text"} | filter | at character 1
            """)
    void wrongBodiesAreNamedWithWhatWasExpected(String body, String parameter, String expected) throws Exception {
        JsonAnswer answer = JsonAnswer.of(post(SEARCH, JSON, body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("parameter").asString()).isEqualTo(parameter);
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"collections\": [\"sought\", \"sought\"]}", "{\"collections\": \"nowhere\"}"})
    void searchAsksOneCollection(String body) throws Exception {
        JsonAnswer answer = JsonAnswer.of(post("/search", JSON, body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asString()).contains("one collection");
    }

    @Test
    void parameterInBodyAndAddressIsGivenTwice() throws Exception {
        assertThat(post(SEARCH + "?limit=1", JSON, "{\"limit\": 1}").body()).contains("given 2 times");
        assertThat(post(SEARCH + "?limit=1", FORM, "limit=1").body()).contains("given 2 times");
    }

    @Test
    void otherMethodsAndMediaTypesAreRefusedByName() throws Exception {
        HttpResponse<String> asXml = post(SEARCH, "application/xml", "<a/>");
        assertThat(asXml.statusCode()).isEqualTo(415);
        assertThat(asXml.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(asXml.body()).contains("application/json");

        HttpResponse<String> got = get(SEARCH);
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("Allow").orElse("")).contains("POST");
    }

    @Test
    void searchIsLinkedAndDescribed() throws Exception {
        for (String path : List.of("/", "/collections/sought")) {
            JsonNode links = JsonAnswer.of(get(path)).body().get("links");
            assertThat(links.valueStream()
                            .filter(link -> link.get("rel").asString().equals("search")))
                    .singleElement()
                    .satisfies(link -> assertThat(link.get("method").asString()).isEqualTo("POST"));
        }
        JsonNode paths = JsonAnswer.of(get("/api")).body().get("paths");
        assertThat(paths.at("/~1search/post/requestBody/content").propertyNames())
                .contains(JSON, FORM);
        assertThat(paths.at("/~1collections~1sought~1search/post/operationId").asString())
                .isEqualTo("search:sought");
    }

    private static String longFilter() {
        return IntStream.range(0, 1_500)
                .mapToObj(i -> "'no" + i + "'")
                .collect(Collectors.joining(",", "id NOT IN (", ")"));
    }

    private HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }
}
