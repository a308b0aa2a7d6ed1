package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
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
import org.springframework.web.util.UriUtils;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Requests that nobody should write: each is answered, and none as if the server had failed. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileRequestTest extends ServerTest {
    private static final String ITEMS = "/collections/besieged/items";
    private static final long SEED = 19_820_402;

    /** What generated requests are put together from. */
    private static final List<String> NAMES = List.of(
            "limit",
            "bbox",
            "bbox-crs",
            "crs",
            "datetime",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties",
            "resultType",
            "after",
            "f",
            "id",
            "size",
            "share",
            "at",
            "day",
            "is_open",
            "name",
            "geom",
            "");

    private static final List<String> PIECES = List.of(
            "",
            "0",
            "-1",
            "1e999",
            "-0.0",
            "NaN",
            "Infinity",
            "9223372036854775808",
            "2147483648",
            "1e-400",
            ",",
            ",,",
            "180",
            "-180",
            "90",
            "91",
            "..",
            "/",
            "2021-04-29",
            "2021-04-29T14:00:00Z",
            "0000-01-01",
            "9999-12-31",
            "+999999999-12-31T23:59:59Z",
            "-4713-01-01",
            "infinity",
            "true",
            "hits",
            "cql2-json",
            "cql2-text",
            "ecql",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "http://www.opengis.net/def/crs/EPSG/0/32642",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "EPSG:0",
            "size",
            "name",
            "geom",
            "(",
            ")",
            "'",
            "\"",
            "\\",
            "%",
            "\u0000",
            "é",
            "\ud83d\ude00",
            "distance(geom,POINT(70 40))",
            "nearest(geom,",
            "POINT(1e308 0)",
            "-",
            "size/0",
            "size^size",
            "share*1e300*1e300",
            "{\"op\":",
            "[]",
            "null",
            "AND",
            "NOT",
            "=",
            "<",
            "LIKE",
            "CASEI(name)",
            "S_INTERSECTS(geom,BBOX(0,0,1,1))",
            "T_AFTER(at,DATE('2021-01-01'))",
            "html",
            "geojsonseq");

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeAll
    void makeLayer() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue)
                .table(
                        "besieged",
                        "id text PRIMARY KEY, size int, share float8, at timestamptz, day date, is_open bool, name text,"
                                + " geom geometry(Point, 4326)",
                        "('a/b', 1, 'NaN', 'infinity', '-infinity', true, 'x', 'POINT(70 40)')",
                        "('%', 2147483647, 1e300, '2021-04-29', '2021-04-29', NULL, '', 'POINT(71 41)')",
                        "('..', 0, 0, NULL, NULL, false, NULL, NULL)")
                .awaitServed("besieged");
    }

    @AfterAll
    void dropLayer() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "%25, %", "%2e%2e, .."})
    void oddIdsAreFound(String segment, String id) throws Exception {
        JsonAnswer answer = JsonAnswer.of(get(ITEMS + "/" + segment));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("id").asString()).isEqualTo(id);
        assertThat(get(answer.link("self")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /collections/%00/items                  | 400
            GET /collections/besieged/items/%00         | 400
            GET /collections/besieged/items/%ff         | 400
            GET /collections/besieged/items/%E0%A4%A    | 400
            GET /collections/besieged/items/%0d%0aX:y   | 404
            GET /collections/besieged%2Fitems           | 404
            GET //collections                           | 404
            GET /collections//items                     | 404
            GET /collections/besieged/items/;a=b        | 404
            GET /%                                      | 400
            FOO /collections                            | 405
            TRACE /collections                          | 405
            """)
    void whatMakesNoSenseIsRefused(String line, int status) throws Exception {
        assertThat(raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json");
    }

    @Test
    void whatNeverReachesTheApplicationIsAPageForPeople() throws Exception {
        String page = raw("GET /% HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertThat(page).startsWith("HTTP/1.1 400").contains("text/html").contains("<h1>Bad Request</h1>");
        assertThat(page).containsIgnoringCase("vary: accept");

        assertThat(raw("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "y".repeat(70_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at=%2B999999999-12-31T23:59:59Z     | at   | between 0000 and 9999
            at=-999999999-01-01T00:00:00Z       | at   | between 0000 and 9999
            day=-4713-01-01                     | day  | between 0000 and 9999
            bbox-crs=http://www.opengis.net/def/crs/EPSG/0/32642&bbox=-1e9,-1e9,1e9,1e9 | bbox | outside
            filter=size%5E9999%3E1                  | filter | out of range
            sortby=abs(share*1e300)             | sortby | out of range
            """)
    void valuesBeyondAllBoundsAreTheClients(String query, String parameter, String expected) throws Exception {
        JsonAnswer answer = JsonAnswer.of(get(ITEMS + "?" + query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("parameter").asString()).isEqualTo(parameter);
        assertThat(answer.body().get("detail").asString()).contains(expected);
    }

    @Test
    void generatedParametersNeverMakeTheServerFail() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                query.append(query.isEmpty() ? "" : "&")
                        .append(encode(pick(NAMES, random)))
                        .append('=')
                        .append(encode(pieces(random)));
            }
            assertThat(get(ITEMS + "?" + query).statusCode())
                    .as(query.toString())
                    .isIn(200, 400);
        }
    }

    @Test
    void generatedBodiesNeverMakeTheServerFail() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            String value =
                    pieces(random).replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000");
            String json =
                    switch (random.nextInt(4)) {
                        case 0 -> "\"" + value + "\"";
                        case 1 -> "[\"" + value + "\", 1e999]";
                        case 2 -> pieces(random);
                        default ->
                            "{\"op\": \"" + value + "\", \"args\": [{\"property\": \"size\"}, " + random.nextInt()
                                    + "]}";
                    };
            String body = "{\"" + pick(NAMES, random) + "\": " + json + "}";
            assertThat(send(HttpRequest.newBuilder(uri("/collections/besieged/search"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .as(body)
                    .isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/conformance",
                "/functions",
                "/collections",
                "/collections/besieged",
                ITEMS,
                ITEMS + "/%25",
                "/collections/besieged/schema",
                "/collections/besieged/queryables",
                "/collections/besieged/sortables",
                "/collections/besieged/search",
                "/search",
                "/map"
            })
    void allowedMethodsAreTrue(String path) throws Exception {
        List<String> allowed = allowed(ask("OPTIONS", path));

        assertThat(allowed).contains("OPTIONS");
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
            HttpResponse<String> response = ask(method, path);
            assertThat(response.statusCode() != 405).as(method).isEqualTo(allowed.contains(method));
            if (response.statusCode() == 405) {
                assertThat(allowed(response)).as(method).containsExactlyInAnyOrderElementsOf(allowed);
            }
        }
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()));
    }

    private static List<String> allowed(HttpResponse<String> response) {
        return List.of(response.headers().firstValue("Allow").orElseThrow().split("\\s*,\\s*"));
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            text.append(pick(PIECES, random));
        }
        return text.toString();
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
