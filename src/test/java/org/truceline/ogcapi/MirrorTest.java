package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerFixture;

/** What became of a collection since a place, as those follow it who keep a copy while others edit in SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MirrorTest extends ServerTest {
    private static final int WRITERS = 3;
    private static final int TRANSACTIONS = 60;

    /** Edits of one incident, {@code ?}. */
    private static final List<String> EDITS = List.of(
            "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, point)"
                    + " VALUES (?, 'Battles', 'New', 'unknown', ST_Point(70.5, 39.9, 4326)) ON CONFLICT DO NOTHING",
            "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, sensitivity)"
                    + " VALUES (?, 'Riots', 'Hidden', 'unknown', 'restricted') ON CONFLICT DO NOTHING",
            "UPDATE ceasefire.incident SET summary = md5(random()::text) WHERE id = ?",
            "UPDATE ceasefire.incident SET area = NULL, point = ST_Point(70 + random(), 39 + random(), 4326) WHERE id = ?",
            "UPDATE ceasefire.incident SET point = NULL WHERE id = ?",
            "UPDATE ceasefire.incident SET point = NULL, area = ST_Multi(ST_MakeEnvelope(70.5, 39.9, 70.6, 40, 4326)) WHERE id = ?",
            "UPDATE ceasefire.incident SET area = NULL WHERE id = ?",
            "UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = ?",
            "UPDATE ceasefire.incident SET sensitivity = 'public' WHERE id = ?",
            "UPDATE ceasefire.incident SET embargo_until = now() + interval '1 day' WHERE id = ?",
            "UPDATE ceasefire.incident SET embargo_until = NULL WHERE id = ?",
            "INSERT INTO ceasefire.incident_source (incident_id, ordinal, party_id) SELECT id, 1, 'KG' FROM ceasefire.incident"
                    + " WHERE id = ? ON CONFLICT DO NOTHING",
            "DELETE FROM ceasefire.incident_source WHERE incident_id = ?",
            "DELETE FROM ceasefire.incident WHERE id = ?");

    private final LayerFixture layers;
    private final TransactionTemplate transactions;

    MirrorTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        this.transactions = transactions;
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayers() throws IOException, InterruptedException {
        layers.sql("CREATE TABLE ceasefire.mirrored (id int PRIMARY KEY, name text, place geometry(Point, 4326),"
                        + " is_public boolean NOT NULL DEFAULT true)")
                .view("mirrored", "SELECT id, name, place AS geom FROM ceasefire.mirrored WHERE is_public")
                .sql("COMMENT ON VIEW layer.mirrored IS E'Mirrored\n@changes ceasefire.mirrored(id, place, is_public)'")
                .view("fleeting", "SELECT 1 AS id, ST_Point(0, 0, 4326) AS geom, now() AS at")
                .awaitServed("mirrored")
                .awaitServed("fleeting");
        awaitTag("/collections/mirrored/items");
        awaitFollowed("mirrored", 1);
        Instant deadline = Instant.now().plusSeconds(10);
        // Until the server has looked once more, it doesn't know what the layer rests on: 503.
        while (get(address("mirrored", "")).statusCode() != 200) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @AfterAll
    void dropLayers() {
        layers.close();
        jdbc().sql("DROP TABLE ceasefire.mirrored").update();
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'mi-%'").update();
    }

    private Mirror mirror(String collection) throws IOException, InterruptedException {
        Mirror mirror = new Mirror(this::get, collection);
        mirror.follow();
        return mirror;
    }

    private void edit(String sql) {
        jdbc().sql(sql).update();
    }

    /** Among them transactions that are rolled back, and one that commits when all others are through. */
    @Test
    void copiesAreEqualInTheEndWhateverWasDone() throws Exception {
        List<Mirror> mirrors = List.of(mirror("incidents"), mirror("incident-areas"));
        CountDownLatch othersAreThrough = new CountDownLatch(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<?>> running = new ArrayList<>();
            running.add(threads.submit(() -> editAtLength(othersAreThrough)));
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                running.add(threads.submit(() -> {
                    try {
                        IntStream.range(0, TRANSACTIONS).forEach(number -> editAtRandom(random));
                    } finally {
                        othersAreThrough.countDown();
                    }
                }));
            }
            while (!running.stream().allMatch(Future::isDone)) {
                for (Mirror mirror : mirrors) {
                    mirror.follow();
                }
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Mirror mirror : mirrors) {
            awaitEqual(mirror);
            assertThat(mirror.tombstones()).isPositive();
        }
        assertThat(mirrors.get(0).features()).containsKey("mi-late").doesNotContainKey("mi-0");
    }

    /** What is computed of incidents follows them: the copy and the collection are of the same moment now and then. */
    private static void awaitEqual(Mirror mirror) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(20);
        mirror.follow();
        while (!mirror.features().equals(mirror.read()) && Instant.now().isBefore(deadline)) {
            mirror.follow();
        }
        assertThat(mirror.features()).isEqualTo(mirror.read());
    }

    private void editAtLength(CountDownLatch othersAreThrough) {
        transactions.executeWithoutResult(status -> {
            jdbc().sql(EDITS.get(0)).param("mi-late").update();
            try {
                othersAreThrough.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                status.setRollbackOnly();
            }
        });
    }

    private void editAtRandom(Random random) {
        try {
            transactions.executeWithoutResult(status -> {
                for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                    String id = "mi-" + (1 + random.nextInt(20));
                    jdbc().sql(EDITS.get(random.nextInt(EDITS.size())))
                            .param(id)
                            .update();
                }
                if (random.nextInt(5) == 0) {
                    status.setRollbackOnly();
                }
            });
        } catch (ConcurrencyFailureException | DataIntegrityViolationException conflict) {
            // Two were at the same incident, and this one was rolled back.
        }
    }

    /** Many rows at once are told as a change of anything, and a copy is read anew; fewer are told one by one, in parts. */
    @Test
    void manyChangesComeInParts() throws Exception {
        Mirror mirror = mirror("mirrored");
        for (int from = 0; from < 2_000; from += 500) {
            edit("INSERT INTO ceasefire.mirrored SELECT n, 'x', ST_Point(70, 40, 4326) FROM generate_series(" + from
                    + ", " + (from + 499) + ") AS n");
        }
        mirror.follow();
        assertThat(mirror.features()).hasSize(2_000).isEqualTo(mirror.read());
        assertThat(mirror.timesRead()).isEqualTo(1);

        edit("DELETE FROM ceasefire.mirrored WHERE id >= 0");
        mirror.follow();
        assertThat(mirror.features()).isEqualTo(mirror.read()).isEmpty();
        assertThat(mirror.timesRead()).isEqualTo(2);
    }

    @Test
    void ofWhatIsWithheldNothingIsTold() throws Exception {
        Mirror mirror = mirror("mirrored");
        edit("INSERT INTO ceasefire.mirrored VALUES (-1, 'secret', ST_Point(70, 40, 4326), false)");
        edit("UPDATE ceasefire.mirrored SET name = 'secret too' WHERE id = -1");
        String start = cursor("mirrored", "");
        assertThat(changes("mirrored", start)).isEmpty();
        mirror.follow();
        assertThat(mirror.features()).isEmpty();

        edit("UPDATE ceasefire.mirrored SET is_public = true WHERE id = -1");
        mirror.follow();
        assertThat(mirror.features()).containsOnlyKeys("-1");
        edit("UPDATE ceasefire.mirrored SET is_public = false, name = 'secret again' WHERE id = -1");
        // What was public when it was changed, and is not any more, is told by its id alone.
        assertThat(changes("mirrored", start)).containsExactly("{\"id\":-1,\"feature\":null}");
        mirror.follow();
        assertThat(mirror.features()).isEmpty();
        assertThat(mirror.timesRead()).isEqualTo(1);
        edit("DELETE FROM ceasefire.mirrored WHERE id = -1");
        assertThat(changes("mirrored", start)).containsExactly("{\"id\":-1,\"feature\":null}");
    }

    private List<String> changes(String collection, String since) throws IOException, InterruptedException {
        List<String> changes = new ArrayList<>();
        JsonAnswer.of(get(address(collection, since)))
                .body()
                .get("changes")
                .forEach(change -> changes.add("" + change));
        return changes;
    }

    private String cursor(String collection, String since) throws IOException, InterruptedException {
        return JsonAnswer.of(get(address(collection, since)))
                .body()
                .get("cursor")
                .asString();
    }

    private static String address(String collection, String since) {
        return "/collections/" + collection + "/changes"
                + (since.isEmpty() ? "" : "?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
    }

    /** As after 30 days, or where the database was restored from a copy. */
    @Test
    void placeThatIsNotKnownAnyMoreIsGone() throws Exception {
        String cursor = cursor("mirrored", "");
        for (String forgotten : List.of(
                cursor.replaceFirst("/.*", "/1:1:"),
                cursor.replaceFirst("^[^/]*", "11111111-1111-1111-1111-111111111111"))) {
            HttpResponse<String> answer = get(address("mirrored", forgotten));
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("not kept any more").contains("Begin anew");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /collections/nowhere/changes                | 404 | There is no collection
            /collections/fleeting/changes               | 404 | can change without a trace
            /collections/mirrored/changes?since=monday  | 400 | expected is
            /collections/mirrored/changes?limit=1       | 400 | not known here
            """)
    void questionsThatHaveNoAnswerAreRefused(String question, int status, String reason) throws Exception {
        HttpResponse<String> answer = get(question);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void collectionsLeadToTheirChanges() throws Exception {
        assertThat(get("/collections/mirrored").body()).contains("/collections/mirrored/changes\",\"rel\":\"monitor\"");
        assertThat(get("/api").body()).contains("\"getChanges:mirrored\"");
    }
}
