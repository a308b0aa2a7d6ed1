package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Content codings, by a client that unpacks nothing by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompressionTest extends ServerTest {
    private static final String ITEMS = "/collections/texts/items?limit=10000";

    private final HttpClient client = HttpClient.newHttpClient();
    private final LayerFixture layers;

    CompressionTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() {
        layers.table("texts", "id int PRIMARY KEY, words text, geom geometry(Point, 4326)")
                .sql("INSERT INTO layer.texts SELECT g, repeat(md5(g::text), 3), NULL FROM generate_series(1, 8000) g")
                .view(
                        "dripping",
                        "SELECT *, md5(repeat(id::text, 200000)) AS hash"
                                + " FROM (SELECT * FROM layer.texts ORDER BY id OFFSET 0) texts")
                .view("failing-early", "SELECT id, words, 1 / (id - 20) AS fraction, geom FROM layer.texts")
                .view("failing", "SELECT id, words, 1 / (id - 7999) AS fraction, geom FROM layer.texts")
                .awaitServed("failing");
    }

    @AfterAll
    void dropLayers() {
        layers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.2", "*", "GZIP; q=0.5, identity;q=0.5"})
    void comesInGzipWhereTheClientAsksForIt(String accepted) throws Exception {
        HttpResponse<byte[]> answer = ask(ITEMS, "Accept-Encoding", accepted);

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unzipped(answer)).isEqualTo(ask(ITEMS).body());
        assertThat(answer.body().length).isLessThan(unzipped(answer).length / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip;q=0.0, *", "br", "gzip;q=0.5, identity", "gzipped"})
    void comesPlainWhereItDoesNot(String accepted) throws Exception {
        HttpResponse<byte[]> answer = ask(ITEMS, "Accept-Encoding", accepted);

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding", "Accept");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .startsWith("{")
                .endsWith("}");
    }

    @Test
    void eachCodingHasATagOfItsOwnAndEachIsFoundAgain() throws Exception {
        awaitTag(ITEMS);
        String plain = tag(ask(ITEMS));
        String gzip = tag(ask(ITEMS, "Accept-Encoding", "gzip"));
        HttpResponse<byte[]> unchanged = ask(ITEMS, "Accept-Encoding", "gzip", "If-None-Match", gzip);

        assertThat(gzip).isNotEqualTo(plain);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(tag(unchanged)).isEqualTo(gzip);
        assertThat(unchanged.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unchanged.headers().allValues("Vary")).contains("Accept-Encoding", "Accept");
        assertThat(tag(ask(ITEMS, "If-None-Match", plain))).isEqualTo(plain);
        assertThat(ask(ITEMS, "Accept-Encoding", "gzip", "If-None-Match", "\"other\", " + gzip)
                        .statusCode())
                .isEqualTo(304);
    }

    /** A cache could do nothing with a 304 of a tag that it doesn't have. */
    @Test
    void whoAsksForThePlainAnswerIsNotToldThatTheOtherIsTrue() throws Exception {
        awaitTag(ITEMS);
        String gzip = tag(ask(ITEMS, "Accept-Encoding", "gzip"));
        String plain = tag(ask(ITEMS));

        assertThat(ask(ITEMS, "If-None-Match", gzip).statusCode()).isEqualTo(200);
        assertThat(tag(ask(ITEMS, "If-None-Match", gzip + ", " + plain))).isEqualTo(plain);
    }

    @Test
    void rowsThatComeSlowlyAreOnTheirWayInGzipWhileOthersAreStillRead() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/collections/dripping/items?limit=8000"))
                .header("Accept-Encoding", "gzip")
                .build();
        try (InputStream answer =
                        client.send(request, BodyHandlers.ofInputStream()).body();
                GZIPInputStream gzip = new GZIPInputStream(answer)) {
            String begin = new String(gzip.readNBytes(4_000), StandardCharsets.UTF_8);
            Long queries = jdbc().sql(
                            "SELECT count(*) FROM pg_stat_activity WHERE state IN ('active', 'idle in transaction')"
                                    + " AND query LIKE '%layer%dripping%' AND query NOT LIKE '%HAVING%' AND pid <> pg_backend_pid()")
                    .query(Long.class)
                    .single();

            assertThat(begin).contains("\"id\":2,");
            assertThat(queries).as("the rest is still to come").isPositive();
        }
    }

    /** What is left of gzip has no end: no client takes it for the whole. */
    @Test
    void aFailureOnTheWayIsABrokenTransferInGzipToo() {
        assertThatThrownBy(() -> ask("/collections/failing/items?limit=10000", "Accept-Encoding", "gzip"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFailureBeforeTheFirstByteIsAProblemInGzipToo() throws Exception {
        HttpResponse<byte[]> answer =
                ask("/collections/failing/items?filter=fraction=7&sortby=fraction", "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("division by zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void aFailureBeforeAnythingWasSentIsAProblemAndNothingElse(String accepted) throws Exception {
        HttpResponse<byte[]> answer = ask("/collections/failing-early/items?limit=100", "Accept-Encoding", accepted);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(text(answer))
                .startsWith("{")
                .contains("could not read the layer")
                .doesNotContain("Feature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?f=html",
                "/conformance",
                "/api",
                "/collections",
                "/collections/texts?f=html",
                "/collections/texts/schema",
                "/collections/texts/queryables?f=html",
                "/functions"
            })
    void whatTheServerSaysOfItselfIsKeptBrieflyAndFoundAgain(String path) throws Exception {
        HttpResponse<byte[]> answer = ask(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> again = ask(path, "Accept-Encoding", "gzip", "If-None-Match", tag(answer));

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=5");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(tag(again)).isEqualTo(tag(answer));
        assertThat(unzipped(answer)).isEqualTo(ask(path).body());
    }

    /** Lengths and parts are of the plain bytes, and whoever asks for them gets these. */
    @Test
    void downloadsHaveTheirLengthAndPartsPlainAndTheWholeInGzip() throws Exception {
        String path = "/collections/texts/export.csv";
        byte[] plain = ask(path).body();
        HttpResponse<byte[]> whole = ask(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> part = ask(path, "Accept-Encoding", "gzip", "Range", "bytes=10-19");
        HttpResponse<Void> head = client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept-Encoding", "gzip")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());

        assertThat(whole.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(whole.headers().firstValue("Accept-Ranges")).isEmpty();
        assertThat(unzipped(whole)).isEqualTo(plain);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(plain, 10, 20));
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(plain.length);
        assertThat(head.headers().firstValue("Accept-Ranges")).contains("bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void headSaysWhatGetWould(String accepted) throws Exception {
        awaitTag(ITEMS);
        for (String path : new String[] {ITEMS, "/collections/texts"}) {
            HttpResponse<byte[]> get = ask(path, "Accept-Encoding", accepted);
            HttpResponse<Void> head = client.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Accept-Encoding", accepted)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());

            for (String name : new String[] {"Content-Type", "Content-Encoding", "Cache-Control", "Vary", "ETag"}) {
                assertThat(head.headers().allValues(name))
                        .as(name)
                        .isEqualTo(get.headers().allValues(name));
            }
        }
    }

    private HttpResponse<byte[]> ask(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new AssertionError(answer.headers().map()));
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean isGzip = answer.headers().firstValue("Content-Encoding").isPresent();
        return new String(isGzip ? unzipped(answer) : answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return gzip.readAllBytes();
        }
    }
}
