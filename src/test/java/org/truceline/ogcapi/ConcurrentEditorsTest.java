package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.Truceline;
import org.truceline.access.Accounts;
import org.truceline.history.Verification;
import org.truceline.ogcapi.EditAttempt.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight editors at the same incidents, connections that are cut, a database that falls over twice: no edit is lost that
 * was said to be done, none is done by half, and history explains what stands there in the end. The number of edits is
 * the system property {@code truceline.test.edits}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentEditorsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ConcurrentEditorsTest.class);
    private static final Path HOME = Path.of("target", "concurrent-editors");
    private static final int EDITORS = 8;
    private static final int EDITS = Integer.getInteger("truceline.test.edits", 2_000);
    private static final int MOMENTS = 10;
    private static final List<String> IDS =
            IntStream.range(0, 24).mapToObj("cc-%02d"::formatted).toList();

    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server;
    private JdbcClient jdbc;
    private long lastAct;

    /** What a moment showed, by the record's id. */
    private record Moment(String time, Map<String, String> incidents) {}

    @BeforeAll
    void start() {
        server = new SpringApplicationBuilder(Truceline.class)
                .run("--server.port=0", "--truceline.home=" + HOME, "--truceline.database.url=");
        jdbc = server.getBean(JdbcClient.class);
        jdbc.sql("DELETE FROM ceasefire.incident WHERE id LIKE 'cc-%'").update();
        // What an earlier run of the test left in history is none of this one's.
        jdbc.sql("SELECT max(id) FROM history.act").query(Long.class).optional().ifPresent(last -> lastAct = last);
        await(() -> send("/collections/incidents/changes").statusCode() == 200, "the layer isn't followed");
        awaitSettled();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void noEditIsLostThatWasSaidToBeDone() throws Exception {
        Instant start = Instant.now();
        Mirror mirror = new Mirror(this::send, "incidents");
        mirror.follow();
        List<Moment> moments = new ArrayList<>();
        List<EditAttempt> attempts = new ArrayList<>();
        int unanswered;
        ExecutorService threads = Executors.newFixedThreadPool(EDITORS + 1);
        int crashes = 0;
        try {
            List<Future<List<EditAttempt>>> editors = new ArrayList<>();
            String address = uri("").toString();
            String password = server.getBean(Accounts.class).renewAdmin();
            for (int number = 0; number < EDITORS; number++) {
                editors.add(threads.submit(new RandomEditor(address, password, number, IDS, EDITS / EDITORS)));
            }
            Future<Integer> following = threads.submit(() -> follow(mirror, editors));
            while (!editors.stream().allMatch(Future::isDone)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                long done = acts();
                if (moments.size() < MOMENTS && done > (moments.size() + 1L) * EDITS / 22) {
                    moments.add(moment());
                }
                if (crashes < 2 && done > (crashes + 1L) * EDITS / 6) {
                    crash(crashes++);
                    await(() -> acts() >= 0, "the database is not back");
                }
            }
            for (Future<List<EditAttempt>> editor : editors) {
                attempts.addAll(editor.get());
            }
            unanswered = following.get();
        } finally {
            threads.shutdownNow();
        }
        awaitSettled();
        Duration time = Duration.between(start, Instant.now());

        assertThat(crashes).isEqualTo(2);
        assertThat(unanswered)
                .as("questions of the mirror while the database was down")
                .isPositive();
        assertEachEditIsThereOnceOrNotAtAll(attempts);
        int merged = assertHistoryExplainsThePresent(attempts);
        tell(attempts, merged, unanswered, time);
        assertThat(server.getBean(Verification.class).run().broken())
                .as("the chain")
                .isEmpty();
        assertMirrorIsEqual(mirror);
        assertThat(moments).hasSize(MOMENTS);
        for (Moment moment : moments) {
            assertThat(asOf(moment.time())).as("as of " + moment.time()).isEqualTo(moment.incidents());
        }
    }

    /**
     * Follows without a pause until the editors are through, through all that happens to the database.
     *
     * @return how often there was no answer, after which it went on from where it was
     */
    private int follow(Mirror mirror, List<Future<List<EditAttempt>>> editors)
            throws IOException, InterruptedException {
        int unanswered = 0;
        while (!editors.stream().allMatch(Future::isDone)) {
            try {
                mirror.follow();
            } catch (UncheckedIOException | AssertionError databaseIsAway) {
                unanswered++;
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
        return unanswered;
    }

    /**
     * First one of the database's processes is killed, which takes all connections with it, and the log is replayed; then
     * the first of all, which takes the database with it, and the server starts it again.
     */
    private void crash(int crashes) {
        long backend = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        ProcessHandle process = ProcessHandle.of(backend).orElseThrow();
        if (crashes > 0) {
            process = process.parent().orElseThrow();
        }
        process.destroyForcibly();
        process.onExit().join();
    }

    /** How many edits are done; -1 while the database is away. */
    private long acts() {
        try {
            return jdbc.sql("SELECT count(*) FROM history.act WHERE id > ? AND reason LIKE 'editor %'")
                    .param(lastAct)
                    .query(Long.class)
                    .single();
        } catch (DataAccessException away) {
            return -1;
        }
    }

    /** In one snapshot: what is there, and which moment this is. */
    private Moment moment() {
        String columns = RandomEditor.TEXTS.stream()
                .map(column -> "coalesce(l." + column + ", '-')")
                .collect(Collectors.joining(", "));
        return jdbc.sql(
                        "SELECT to_json(h.recorded) #>> '{}' AS time, (SELECT json_object_agg(l.id, concat_ws('; ', "
                                + columns + ", l.rev))"
                                + " FROM layer.incidents l WHERE l.id LIKE 'cc-%')::text AS incidents FROM history.chain_head h")
                .query((row, number) -> new Moment(
                        row.getString("time"), texts(JsonMapper.shared().readTree(row.getString("incidents")))))
                .single();
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asString()));
    }

    private Map<String, String> asOf(String moment) {
        JsonAnswer answer = JsonAnswer.of(send("/collections/incidents/items?limit=1000&asOf="
                + URLEncoder.encode(moment, StandardCharsets.UTF_8) + "&filter=id%20LIKE%20'cc-%25'"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        Map<String, String> incidents = new HashMap<>();
        for (JsonNode feature : answer.body().get("features")) {
            String texts = RandomEditor.TEXTS.stream()
                    .map(column -> feature.get("properties").path(column).asString("-"))
                    .collect(Collectors.joining("; "));
            incidents.put(
                    feature.get("id").asString(),
                    texts + "; " + feature.at("/properties/rev").asLong());
        }
        return incidents;
    }

    private void assertEachEditIsThereOnceOrNotAtAll(List<EditAttempt> attempts) {
        Map<String, Long> times = jdbc
                .sql(
                        "SELECT a.reason, count(*) AS times FROM history.act a WHERE a.id > ? AND a.reason LIKE 'editor %' GROUP BY 1")
                .param(lastAct)
                .query((row, number) -> Map.entry(row.getString("reason"), row.getLong("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(attempts.stream().map(EditAttempt::token)).doesNotHaveDuplicates();
        for (EditAttempt attempt : attempts) {
            long found = times.getOrDefault(attempt.token(), 0L);
            if (attempt.isDone()) {
                assertThat(found).as("said to be done: " + attempt).isEqualTo(1);
            } else if (attempt.isRefused()) {
                assertThat(found).as("refused: " + attempt).isZero();
            } else {
                assertThat(found).as("not known: " + attempt).isLessThanOrEqualTo(1);
            }
        }
        assertThat(times.keySet())
                .as("nothing was done that nobody sent")
                .isSubsetOf(attempts.stream().map(EditAttempt::token).toList());
    }

    /**
     * Each version is the one before it with just what its edit was to change; the last one is what the layer shows.
     *
     * @return how many were put together with what others had changed since
     */
    private int assertHistoryExplainsThePresent(Collection<EditAttempt> attempts) {
        Map<String, EditAttempt> byToken =
                attempts.stream().collect(Collectors.toMap(EditAttempt::token, Function.identity()));
        Map<String, Map<String, String>> present = new HashMap<>();
        List<Long> ahead = jdbc.sql(
                        "SELECT v.record, v.rev, v.is_deleted, a.reason, a.editor, to_json(v)::text AS version FROM history.incident v"
                                + " JOIN history.act a ON a.id = v.act WHERE v.act > ? AND v.record LIKE 'cc-%' ORDER BY v.record, v.rev")
                .param(lastAct)
                .query((row, number) -> {
                    String id = row.getString("record");
                    String reason = row.getString("reason");
                    assertThat(byToken).as("the edits that were sent").containsKey(reason);
                    EditAttempt edit = Objects.requireNonNull(byToken.get(reason));
                    assertThat(edit.id()).isEqualTo(id);
                    assertThat(row.getString("editor")).isEqualTo("admin");
                    if (row.getBoolean("is_deleted")) {
                        assertThat(edit.method()).as(edit.toString()).isEqualTo("DELETE");
                        assertThat(present.remove(id)).as("before " + edit).isNotNull();
                        return 0L;
                    }
                    JsonNode version = JsonMapper.shared().readTree(row.getString("version"));
                    Map<String, String> expected = edit.method().equals("POST")
                            ? new HashMap<>()
                            : new HashMap<>(present.getOrDefault(id, Map.of()));
                    assertThat(present.containsKey(id))
                            .as("before " + edit)
                            .isEqualTo(!edit.method().equals("POST"));
                    expected.putAll(edit.values());
                    assertThat(columns(version)).as("after " + edit).isEqualTo(expected);
                    present.put(id, expected);
                    return edit.madeOf() == 0 ? 0L : row.getLong("rev") - edit.madeOf() - 1;
                })
                .list();
        int merged = (int) ahead.stream().filter(versions -> versions > 0).count();
        Map<String, Map<String, String>> shown = new HashMap<>();
        for (JsonNode feature : JsonAnswer.of(
                        send("/collections/incidents/items?limit=1000&filter=id%20LIKE%20'cc-%25'"))
                .body()
                .get("features")) {
            shown.put(feature.get("id").asString(), columns(feature.get("properties")));
        }
        assertThat(shown).as("what is shown is the last version of each").isEqualTo(present);
        return merged;
    }

    private static Map<String, String> columns(JsonNode values) {
        return RandomEditor.TEXTS.stream()
                .filter(column -> !values.path(column).isNull())
                .collect(Collectors.toMap(
                        Function.identity(), column -> values.get(column).asString()));
    }

    private void assertMirrorIsEqual(Mirror mirror) throws IOException, InterruptedException {
        mirror.follow();
        assertThat(mirror.features()).isEqualTo(mirror.read());
        assertThat(mirror.timesRead()).as("it never had to begin anew").isEqualTo(1);
    }

    /** Who was cut off may still be edited for; and what is computed of incidents follows them. */
    private void awaitSettled() {
        long[] before = {-1, -1};
        await(
                () -> {
                    LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                    long acts = acts();
                    long changes = jdbc.sql("SELECT count(*) FROM truceline.change")
                            .query(Long.class)
                            .single();
                    boolean isSame = acts == before[0] && changes == before[1];
                    before[0] = acts;
                    before[1] = changes;
                    return isSame;
                },
                "it goes on changing");
    }

    private static void tell(List<EditAttempt> attempts, int merged, int unanswered, Duration time) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        attempts.forEach(attempt -> counts.merge(attempt.outcome(), 1, Integer::sum));
        LOG.info(
                "{} edits of {} incidents by {} editors in {} s: {}, {} of them merged; the mirror was not answered {} times",
                attempts.size(),
                IDS.size(),
                EDITORS,
                time.toSeconds(),
                counts,
                merged,
                unanswered);
        assertThat(merged).as("the test is too tame").isPositive();
        for (Outcome outcome : Outcome.values()) {
            assertThat(counts).as("the test is too tame").containsKey(outcome);
        }
    }

    private HttpResponse<String> send(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        Instant deadline = Instant.now().plusSeconds(120);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(otherwise).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
