package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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

/** What a client asks of {@code /collections/{id}/items}, on a layer of seven features around the globe. */
@TestInstance(Lifecycle.PER_CLASS)
class ItemsTest extends ServerTest {
    private static final String ITEMS = "/collections/around/items";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayer() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table(
                        "around",
                        "id text PRIMARY KEY, kind text, at timestamptz, geom geometry(Geometry,4326)",
                        "('a', 'post', '2021-04-28T18:00:00Z', 'POINT(70 40)')",
                        "('b', 'post', '2021-04-29T00:00:00Z', 'POINT(179.5 0)')",
                        "('c', 'road', '2021-04-29T23:59:59.999999Z', 'POINT(-179.5 0)')",
                        "('d', 'road', '2021-04-30T00:00:00Z', 'LINESTRING(10 50, 11 51)')",
                        "('e', 'post', NULL, NULL)",
                        "('f', NULL, '2021-05-01T00:00:00Z', 'POINT(180 90)')",
                        "('g', 'x,y', '2021-05-02T00:00:00Z', 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))')")
                .sql("COMMENT ON COLUMN layer.around.at IS 'When\n@instant'")
                .awaitServed("around");
    }

    @AfterAll
    void dropRelations() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bbox=69,39,71,41                          | a
            bbox=69,39,0,71,41,9                      | a
            bbox=70,40,70,40                          | a
            bbox=69%2C39%2C71%2C41                    | a
            bbox=177,-5,-177,5                        | b,c
            bbox=-180,-90,180,90                      | a,b,c,d,f,g
            bbox=1,1,2,2                              | g
            bbox=10.9,50,11,50.1                      |
            datetime=2021-04-29                       | b,c
            datetime=2021-04-29T00:00:00Z             | b
            datetime=2021-04-28/2021-04-29            | a,b,c
            datetime=2021-04-30T06:00:00%2B06:00/..   | d,f,g
            datetime=../2021-04-29T00:00:00Z          | a,b
            kind=post                                 | a,b,e
            kind=x,y                                  | g
            kind=post&bbox=-180,-90,180,90&datetime=2021-04-28 | a
            kind=nobody                               |
            id=c                                      | c
            """)
    void questionsAreAnsweredByTheFeaturesThatMeetThem(String query, String expected) throws Exception {
        JsonAnswer answer = ask(ITEMS + "?" + query);

        List<String> ids = expected == null ? List.of() : List.of(expected.split(","));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/geo+json");
        assertThat(answer.featureIds()).isEqualTo(ids);
        assertThat(answer.body().get("numberMatched").asInt()).isEqualTo(ids.size());
        assertThat(answer.body().get("numberReturned").asInt()).isEqualTo(ids.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0                        | limit    | from 1 to 10000
            limit=-1                       | limit    | from 1 to 10000
            limit=unlimited                | limit    | from 1 to 10000
            limit=1&limit=2                | limit    | given 2 times
            bbox=1,2,3                     | bbox     | four numbers
            bbox=1,2,3,4,                  | bbox     | four numbers
            bbox=1,2,3,x                   | bbox     | "x" is not a number
            bbox=1,2,3,NaN                 | bbox     | "NaN" is not a number
            bbox=1d,2,3,4                  | bbox     | "1d" is not a number
            bbox=1,2,3,1e999               | bbox     | latitude Infinity
            bbox=-181,0,0,1                | bbox     | longitude -181.0
            bbox=0,0,1,91                  | bbox     | latitude 91.0
            bbox=0,5,1,4                   | bbox     | southern edge
            datetime=yesterday             | datetime | RFC 3339
            datetime=2021-05-01/2021-04-01 | datetime | later than its end
            colour=red                     | colour   | expected is one of
            limt=3                         | limt     | perhaps "limit"
            knid=a                         | knid     | perhaps "kind"
            sortby=-knid                   | sortby   | "knid" can't be sorted by; expected is perhaps "kind"
            properties=knid                | properties | no property "knid"; expected is perhaps "kind"
            f=shapefile                    | f        | expected is one of json
            geom=1                         | geom     | not known
            sortby=colour                  | sortby   | "colour" can't be sorted by
            sortby=geom                    | sortby   | "geom" can't be sorted by
            properties=kind,colour         | properties | no property "colour"
            resultType=count               | resultType | hits or results
            sortby=kind&after=a            | after    | what a next link
            kind=%ff                       | query    | in UTF-8
            datetime=%2B999999999-01-01T00:00:00Z | datetime | RFC 3339
            """)
    void wrongParametersAreNamedWithWhatWasExpected(String query, String parameter, String expected) throws Exception {
        JsonAnswer answer = ask(ITEMS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("parameter").asString()).isEqualTo(parameter);
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    @Test
    void nextLinksLeadThroughAllFeaturesOnceAndKeepTheQuestion() throws Exception {
        List<String> ids = new ArrayList<>();
        int pages = 0;
        for (String path = ITEMS + "?bbox=-180,-90,180,90&limit=2"; !path.isEmpty(); pages++) {
            JsonAnswer page = ask(path);
            assertThat(page.body().get("numberMatched").asInt()).isEqualTo(6);
            ids.addAll(page.featureIds());
            path = page.link("next");
        }

        assertThat(ids).containsExactly("a", "b", "c", "d", "f", "g");
        assertThat(pages).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sortby=kind         | a,b,e,c,d,g,f
            sortby=-kind        | g,c,d,a,b,e,f
            sortby=-at          | g,f,d,c,b,a,e
            sortby=kind,-at     | b,a,e,d,c,g,f
            sortby=%2Bkind,-at  | b,a,e,d,c,g,f
            """)
    void sortedPagesHoldEachFeatureOnceAndTheUnknownLast(String query, String expected) throws Exception {
        for (int limit = 1; limit <= 4; limit++) {
            List<String> ids = new ArrayList<>();
            for (String path = ITEMS + "?limit=" + limit + "&" + query; !path.isEmpty(); ) {
                JsonAnswer page = ask(path);
                assertThat(page.status()).isEqualTo(200);
                ids.addAll(page.featureIds());
                path = page.link("next");
            }
            assertThat(ids).isEqualTo(List.of(expected.split(",")));
        }
    }

    @Test
    void aForgedPositionIsTheClientsFault() throws Exception {
        String forged = Base64.getUrlEncoder().encodeToString("[\"no time\",\"a\"]".getBytes(StandardCharsets.UTF_8));

        assertThat(ask(ITEMS + "?sortby=at&after=" + forged).status()).isEqualTo(400);
    }

    /** What changes with each answer, as a time stamp would, keeps caches from seeing that nothing has changed. */
    @Test
    void theSameQuestionIsAnsweredInTheSameBytes() throws Exception {
        String path = ITEMS + "?limit=3&kind=post";
        assertThat(get(path).body()).isEqualTo(get(path).body()).doesNotContain("timeStamp");
    }

    @Test
    void onlyWhatIsWantedIsAnswered() throws Exception {
        assertThat(ask(ITEMS + "?properties=at&id=b")
                        .feature(0)
                        .get("properties")
                        .toString())
                .isEqualTo("{\"at\":\"2021-04-29T00:00:00Z\"}");
        JsonAnswer hits = ask(ITEMS + "?resultType=hits&kind=post");
        assertThat(hits.body().get("numberMatched").asInt()).isEqualTo(3);
        assertThat(hits.body().get("numberReturned").asInt()).isZero();
        assertThat(hits.link("next")).isEmpty();
    }

    @Test
    void limitAboveTheMaximumMeansTheMaximum() throws Exception {
        assertThat(ask(ITEMS + "?limit=99999999999999999999").featureIds()).hasSize(7);
    }

    @Test
    void featureWithoutGeometryIsThereWithNull() throws Exception {
        JsonAnswer feature = ask(ITEMS + "/e");

        assertThat(feature.body().get("geometry").isNull()).isTrue();
        assertThat(feature.body().at("/properties/at").isNull()).isTrue();
        assertThat(feature.link("collection")).isEqualTo("/collections/around");
        assertThat(feature.link("self")).isEqualTo(ITEMS + "/e");
    }

    @Test
    void unknownFeatureAndCollectionAreNotFound() throws Exception {
        assertThat(ask(ITEMS + "/nobody").status()).isEqualTo(404);
        assertThat(ask("/collections/nobody/items").status()).isEqualTo(404);
        assertThat(ask("/collections/around/nothing").status()).isEqualTo(404);
        assertThat(ask("/collections/around/nothing").contentType()).startsWith("application/problem+json");
    }

    @Test
    void anyOriginMayReadAndNoCredentialsAreTaken() throws Exception {
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(uri(ITEMS))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://example.org"));
            assertThat(response.statusCode()).as(method).isEqualTo(200);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(response.headers().firstValue("Access-Control-Expose-Headers"))
                    .hasValue(
                            "Link, ETag, Content-Crs, Content-Range, Location, Preference-Applied, Retry-After, Truceline-Clustered");
        }
        HttpResponse<String> preflight = send(HttpRequest.newBuilder(uri(ITEMS))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("Origin", "https://example.org", "Access-Control-Request-Method", "GET"));
        assertThat(preflight.statusCode()).isEqualTo(204);
    }

    @Test
    void writingIsNotAllowed() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(uri(ITEMS)).POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void failureInMidStreamBreaksTheTransfer() {
        // The database transforms row by row as it sends them, and can't transform one in the middle.
        fixture.table("breaking", "id int PRIMARY KEY, pad text, geom geometry(Point,32642)")
                .sql("INSERT INTO layer.breaking SELECT n, repeat('x', 50), ST_Point(CASE n WHEN 5000 THEN 1e300"
                        + " ELSE 500000 END, 0, 32642) FROM generate_series(1, 9000) AS n")
                .awaitServed("breaking");

        assertThatThrownBy(() -> get("/collections/breaking/items?limit=10000")).isInstanceOf(IOException.class);
    }

    @Test
    void pagesFollowTheNumbersOfIdsAndNotTheirDigits() throws Exception {
        fixture.table(
                        "counted",
                        "id int PRIMARY KEY, size int, geom geometry(Point,4326)",
                        "(9, 100, NULL), (10, 20, NULL), (11, 3, NULL)")
                .awaitServed("counted");

        JsonAnswer first = ask("/collections/counted/items?limit=2");
        assertThat(first.featureIds()).containsExactly("9", "10");
        assertThat(ask(first.link("next")).featureIds()).containsExactly("11");
        assertThat(ask("/collections/counted/items?sortby=size").featureIds()).containsExactly("11", "10", "9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/collections/%ff/items", "/collections/%00", "/error"})
    void addressesThatMakeNoSenseAreProblemsToo(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void failureBeforeTheFirstByteIsAProblem() throws Exception {
        fixture.view("broken", "SELECT id, 1 / (length(id) - 1) AS fails, geom FROM layer.around")
                .awaitServed("broken");

        JsonAnswer answer = ask("/collections/broken/items");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().get("detail").asString()).contains("could not read the layer");
        assertThat(ask("/collections").status()).isEqualTo(200);
    }

    private JsonAnswer ask(String path) throws Exception {
        return JsonAnswer.of(get(path));
    }
}
