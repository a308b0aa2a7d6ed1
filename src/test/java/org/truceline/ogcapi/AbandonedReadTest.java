package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** Clients that leave while the database is at work for them, which would go on for many seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbandonedReadTest extends ServerTest {
    private static final Duration BEGINNING = Duration.ofSeconds(10);
    private static final Duration PROMISED = Duration.ofSeconds(1);

    private final LayerFixture layers;

    AbandonedReadTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() {
        layers.table("quick", "id int PRIMARY KEY, geom geometry(Point, 4326)", "(1, NULL), (2, NULL)")
                .table("many", "id int PRIMARY KEY, geom geometry(Point, 4326)")
                .sql("INSERT INTO layer.many SELECT generate_series(1, 20000)")
                .view("slow", "SELECT id, geom FROM layer.many WHERE pg_sleep(0.01) IS NOT NULL")
                .view(
                        "slow-later",
                        "SELECT *, CASE WHEN id > 999 THEN md5(repeat(id::text, 2000000)) END AS hash FROM layer.many")
                .view("slow-briefly", "SELECT * FROM layer.many WHERE id < 50 AND pg_sleep(0.01) IS NOT NULL")
                .awaitServed("slow");
    }

    @AfterAll
    void dropLayers() {
        layers.close();
    }

    @Test
    void theQueryEndsBeforeItsFirstRow() throws IOException {
        leaveDuring("/collections/slow/items?limit=10000", "LIMIT");
    }

    @Test
    void theQueryEndsWhileItIsCounting() throws IOException {
        leaveDuring("/collections/slow/items?resultType=hits", "count(*)");
    }

    @Test
    void theQueryEndsWhileALaterPortionIsFetched() throws IOException {
        leaveDuring("/collections/slow-later/items?limit=10000", "LIMIT");
    }

    /** What comes on the connection meanwhile is no leaving, and is answered in its turn. */
    @Test
    void aRequestThatFollowsOnTheSameConnectionIsAnswered() throws IOException {
        try (Socket client = connect()) {
            send(client, "/collections/slow-briefly/items", "keep-alive");
            await(() -> countQueries("LIMIT") > 0, BEGINNING, "the query has not begun");
            send(client, "/collections/quick/items/2", "close");
            String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
            assertThat(answers).contains("\"id\":2");
        }
    }

    private void leaveDuring(String path, String part) throws IOException {
        try (Socket client = connect()) {
            send(client, path, "keep-alive");
            await(() -> countQueries(part) > 0, BEGINNING, "the query has not begun");
        }
        await(() -> countQueries("") == 0, PROMISED, "the query still runs");
    }

    private Socket connect() throws IOException {
        URI root = uri("/");
        return new Socket(root.getHost(), root.getPort());
    }

    private static void send(Socket client, String path, String connection) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many questions to the slow layer run; the catalogue's own, whether its ids are unique, is not among them. */
    private long countQueries(String part) {
        return jdbc().sql("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
                        + " AND query LIKE '%layer%slow%' AND query NOT LIKE '%HAVING%' AND strpos(query, ?) > 0")
                .param(part)
                .query(Long.class)
                .single();
    }

    private static void await(BooleanSupplier condition, Duration patience, String otherwise) {
        Instant deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("after " + patience.toMillis() + " ms " + otherwise)
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
