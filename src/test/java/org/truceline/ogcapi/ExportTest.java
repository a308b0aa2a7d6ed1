package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Whole layers over HTTP: lengths, parts, states, and failures on the way. */
class ExportTest extends ServerTest {
    /** Fails in a row that comes long after the first bytes are sent. */
    private static final String BREAKING = "SELECT i AS id, 100000 / (150000 - i) AS n, repeat('x', 100) AS filler,"
            + " NULL::geometry(Point,4326) AS geom FROM generate_series(1, 200000) AS i";

    @Autowired
    private LayerCatalogue catalogue;

    @Autowired
    private TransactionTemplate transactions;

    private LayerFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new LayerFixture(jdbc(), transactions, catalogue);
    }

    @AfterEach
    void dropRelations() {
        fixture.close();
    }

    private void makeFive(String name) {
        fixture.table(
                        name,
                        "id int PRIMARY KEY, geom geometry(Point,4326)",
                        "(1, 'POINT(1 1)')",
                        "(2, 'POINT(2 2)')",
                        "(3, 'POINT(3 3)')",
                        "(4, 'POINT(4 4)')",
                        "(5, NULL)")
                .awaitServed(name);
    }

    @Test
    void downloadHasANameAndAReferenceSystem() throws Exception {
        makeFive("export five");

        HttpResponse<String> answer = get("/collections/export%20five/export.csv?sortby=-id&bbox=2,2,4,4");
        assertThat(answer.body()).isEqualTo("id,lon,lat\r\n4,4.0,4.0\r\n3,3.0,3.0\r\n2,2.0,2.0\r\n");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''export%20five.csv");
        assertThat(header(answer, "Content-Crs")).isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(get("/collections/export%20five/export.geojson").body())
                .startsWith("{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"id\":1,")
                .endsWith("\n],\"numberReturned\":5}\n");
        assertThat(get("/collections/export%20five").body())
                .contains("\"rel\":\"enclosure\",\"type\":\"application/geopackage+sqlite3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=5", "?after=1", "?f=csv", "?resultType=hits", "?nonsense=1", "?bbox=x"})
    void whatCutsIntoPagesIsNoParameter(String query) throws Exception {
        makeFive("five");

        assertThat(get("/collections/five/export.csv" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void formatThatThereIsNotIsNotFound() throws Exception {
        makeFive("five");

        HttpResponse<String> answer = get("/collections/five/export.shp");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("geojson, geojsons, csv, fgb, gpkg");
    }

    @Test
    void partsAreOfOneStateWhileTheLayerChanges() throws Exception {
        makeFive("five");
        awaitTag("/collections/five/items");
        String path = "/collections/five/export.csv?sortby=id";
        HttpResponse<String> head = head(path);
        String tag = header(head, "ETag");
        long size = head.headers().firstValueAsLong("Content-Length").orElseThrow();

        HttpResponse<String> begin = get(path, "Range", "bytes=0-9");
        jdbc().sql("UPDATE layer.five SET geom = 'SRID=4326;POINT(70 40)' WHERE id = 1")
                .update();
        HttpResponse<String> rest = get(path, "Range", "bytes=10-");
        assertThat(begin.statusCode()).isEqualTo(206);
        assertThat(header(begin, "Content-Range")).isEqualTo("bytes 0-9/" + size);
        assertThat(begin.body() + rest.body()).hasSize((int) size).contains("\n1,1.0,1.0\r\n");
        assertThat(get(path).body()).contains("\n1,70.0,40.0\r\n");
        assertThat(get(path, "Range", "bytes=12-", "If-Range", tag).body()).startsWith("1,1.0,1.0");
        assertThat(get(path, "Range", "bytes=12-", "If-Match", tag).body()).startsWith("1,1.0,1.0");
        assertThat(get(path, "Range", "bytes=0-", "If-None-Match", tag).body()).contains("\n1,70.0,40.0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "geojsons", "csv", "fgb", "gpkg"})
    void whatTheClientHasIsNotSentAgainUntilTheLayerChanges(String extension) throws Exception {
        makeFive("five");
        awaitTag("/collections/five/items");
        String path = "/collections/five/export." + extension;
        HttpResponse<String> first = get(path);
        String tag = header(first, "ETag");
        HttpResponse<String> again = get(path, "If-None-Match", tag);

        assertThat(tag).matches("\"[\\w.-]+\"");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(head(path), "ETag")).isEqualTo(tag);
        jdbc().sql("DELETE FROM layer.five WHERE id = 2").update();
        HttpResponse<String> changed = get(path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "geojsons", "csv"})
    void whatBrokeOffIsResumed(String extension) throws Exception {
        makeFive("five");
        awaitTag("/collections/five/items");
        String path = "/collections/five/export." + extension;
        HttpResponse<String> whole = get(path);
        String tag = header(whole, "ETag");
        HttpResponse<String> rest = get(path, "Range", "bytes=10-", "If-Range", tag);

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(header(rest, "ETag")).isEqualTo(tag);
        assertThat(rest.body()).isEqualTo(whole.body().substring(10));
        jdbc().sql("UPDATE layer.five SET geom = NULL WHERE id = 1").update();
        assertThat(get(path, "Range", "bytes=10-", "If-Range", header(get(path), "ETag"))
                        .statusCode())
                .isEqualTo(206);
    }

    /** The database may bring rows of a join in another order each time, and the tag says that no byte is another. */
    @Test
    void rowsComeInOneOrder() throws Exception {
        fixture.table(
                        "stored",
                        "id int PRIMARY KEY, kind text, geom geometry(Point,4326)",
                        "(3, 'a', NULL)",
                        "(1, 'b', NULL)",
                        "(2, 'a', NULL)")
                .view("distinct", "SELECT DISTINCT ON (kind) * FROM layer.stored ORDER BY kind, id DESC")
                .awaitServed("distinct");
        for (String layer : new String[] {"stored", "distinct"}) {
            awaitTag("/collections/" + layer + "/items");
        }

        assertThat(ids("/collections/stored/export.csv")).containsExactly("3", "1", "2");
        assertThat(ids("/collections/stored/export.csv?sortby=kind")).containsExactly("2", "3", "1");
        assertThat(ids("/collections/distinct/export.csv")).containsExactly("1", "3");
        String asStored = header(get("/collections/stored/export.csv"), "ETag");
        jdbc().sql("CREATE INDEX ON layer.stored (kind)").update();
        assertThat(header(get("/collections/stored/export.csv"), "ETag")).isEqualTo(asStored);
    }

    private List<String> ids(String path) throws Exception {
        return get(path)
                .body()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void whatChangesByItselfIsReadAnewForEachWhoAsksForTheWhole() throws Exception {
        makeFive("five");
        fixture.view("by clock", "SELECT id, clock_timestamp() AS seen, geom FROM layer.five")
                .awaitServed("by clock");
        String path = "/collections/by%20clock/export.";

        for (String extension : new String[] {"csv", "fgb"}) {
            HttpResponse<String> first = get(path + extension);
            assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
            assertThat(get(path + extension).body()).isNotEqualTo(first.body());
        }
        HttpResponse<String> head = head(path + "csv");
        HttpResponse<String> begin = get(path + "csv", "Range", "bytes=0-9");
        assertThat(header(begin, "ETag")).isEqualTo(header(head, "ETag"));
        assertThat(header(begin, "Cache-Control")).isEqualTo("no-store");
        assertThat(get(path + "csv", "If-None-Match", header(head, "ETag")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void partsAreThoseThatWereAskedFor() throws Exception {
        makeFive("five");
        awaitTag("/collections/five/items");
        String path = "/collections/five/export.csv?sortby=id";
        String whole = get(path).body();

        HttpResponse<String> two = get(path, "Range", "bytes=0-1,-5");
        assertThat(two.statusCode()).isEqualTo(206);
        assertThat(header(two, "Content-Type")).startsWith("multipart/byteranges");
        assertThat(two.body()).contains("\r\n\r\nid\r\n", "\r\n\r\n5,,\r\n");
        assertThat(get(path, "Range", "bytes=0-0,9999-").body()).isEqualTo("i");
        HttpResponse<String> beyond = get(path, "Range", "bytes=9999-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + whole.length());
        for (String[] headers : new String[][] {
            {"Range", "lines=1-2"}, {"Range", "bytes=x"}, {"Range", "bytes=0-1", "If-Range", "\"another\""}
        }) {
            HttpResponse<String> all = get(path, headers);
            assertThat(all.statusCode()).isEqualTo(200);
            assertThat(all.body()).isEqualTo(whole);
        }
        String tag = header(get(path, "Range", "bytes=0-0"), "ETag");
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Match", "\"another\"").statusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "geojsons", "csv"})
    void failureOnTheWayBreaksTheTransfer(String extension) {
        fixture.view("breaking", BREAKING).awaitServed("breaking");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get("/collections/breaking/export." + extension));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fgb", "gpkg"})
    void failureBeforeTheFirstByteIsAProblem(String extension) throws Exception {
        fixture.view("breaking", BREAKING).awaitServed("breaking");

        HttpResponse<String> answer = get("/collections/breaking/export." + extension);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Content-Disposition")).doesNotContain("attachment");
    }

    /** In HTTP/1.0 an answer without a length ends where the connection does. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/export.csv", "/items?f=csv&limit=10000&after=145000", "/items?f=fgb&limit=10000&after=145000"})
    void oldProtocolGetsNoHalfAnswer(String path) throws Exception {
        fixture.view("breaking", BREAKING).awaitServed("breaking");
        makeFive("five");

        assertThat(http10("/collections/breaking" + path)).startsWith("HTTP/1.1 500");
        assertThat(http10("/collections/five/export.csv"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: ");
        assertThat(http10("/collections/five/items?f=csv"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: ");
    }

    private String http10(String path) throws IOException {
        URI server = uri("");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> head(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
