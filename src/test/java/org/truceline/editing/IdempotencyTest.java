package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.editing.Writing.Answer;

/** A request with a key is done once, however often it is sent and wherever its connection breaks. */
class IdempotencyTest extends ServerTest {
    private static final String ITEMS = "/collections/incidents/items";
    private static final String KEY = "Idempotency-Key";

    private final String key = UUID.randomUUID().toString();
    /** By this the test finds what its requests have made. */
    private final String summary = "Shots " + key;

    private final String shots = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[70.55,39.9]},"
            + "\"properties\":{\"event_type\":\"Battles\",\"summary\":\"" + summary
            + "\",\"time_precision\":\"unknown\"}}";

    @Autowired
    private Accounts accounts;

    @Autowired
    private DataSource database;

    private Writing writing = new Writing("", "");

    @BeforeEach
    void signIn() {
        writing = new Writing(uri("").toString(), accounts.renewAdmin());
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'incident-%'").update();
    }

    @Test
    void aRepeatedRequestIsAnsweredTheSameAndMakesNothing() throws Exception {
        Answer first = post(shots);
        Answer second = writing.send("POST", ITEMS, shots, KEY, "\"" + key + "\"");

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(second.status()).as(second.response().body()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(made()).isEqualTo(1);
        assertThat(writing.send("POST", ITEMS, shots).header("Location"))
                .as("without a key each request is one of its own")
                .isNotEqualTo(first.header("Location"));
    }

    @Test
    void anotherRequestOfTheSameKeyIsRefused() throws Exception {
        Answer first = post(shots);
        Answer other = post(shots.replace("Battles", "Riots"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("detail").asString()).contains("Another request was done under this key");
        assertThat(writing.send("DELETE", path(first), "", KEY, key).status()).isEqualTo(422);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentAccountsDoNotMeet() throws Exception {
        jdbc().sql("INSERT INTO truceline.account (name, password_hash) SELECT 'other', password_hash"
                        + " FROM truceline.account WHERE name = 'admin'")
                .update();
        try {
            String credentials = Base64.getEncoder()
                    .encodeToString(("other:" + writing.password()).getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder others = HttpRequest.newBuilder(uri(ITEMS))
                    .headers("Authorization", "Basic " + credentials, "Content-Type", Writing.GEO_JSON, KEY, key)
                    .POST(BodyPublishers.ofString(shots));

            assertThat(post(shots).status()).isEqualTo(201);
            assertThat(send(others).statusCode()).isEqualTo(201);
            assertThat(made()).isEqualTo(2);
        } finally {
            jdbc().sql("DELETE FROM truceline.account WHERE name = 'other'").update();
        }
    }

    /** What failed made nothing, and its key is as good as new. */
    @Test
    void aRequestThatFailedMayBeMended() throws Exception {
        assertThat(post(shots.replace("Battles", "Quarrel")).status()).isEqualTo(422);
        assertThat(post(shots).status()).isEqualTo(201);
    }

    /** Without the key the second one is refused: the feature isn't in the state any more, or isn't there. */
    @Test
    void changesAndDeletionsAreRepeatedToo() throws Exception {
        String item = path(post(shots));
        String tag = awaitTag(item);
        String patch = "{\"properties\":{\"observed_count\":3}}";
        for (int i = 0; i < 2; i++) {
            Answer changed = writing.send("PATCH", item, patch, "If-Match", tag, KEY, key + "-patch");
            assertThat(changed.status()).as(changed.response().body()).isEqualTo(204);
        }
        assertThat(writing.send("PATCH", item, patch, "If-Match", tag).status()).isEqualTo(412);
        for (int i = 0; i < 2; i++) {
            assertThat(writing.send("DELETE", item, "", KEY, key + "-delete").status())
                    .isEqualTo(204);
        }
        assertThat(writing.send("DELETE", item, "").status()).isEqualTo(404);
    }

    @Test
    void aRequestThatIsStillUnderWayIsNotBegunTwice() throws Exception {
        try (Connection other = database.getConnection()) {
            holdIncidents(other);
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(this::postNow);
            awaitBlocked();

            Answer second = post(shots);
            assertThat(second.status()).as(second.response().body()).isEqualTo(409);
            assertThat(second.header("Retry-After")).isEqualTo("1");
            assertThat(second.body().get("detail").asString()).contains("still under way");

            other.rollback();
            Answer done = first.get();
            assertThat(done.status()).isEqualTo(201);
            assertThat(post(shots).header("Location")).isEqualTo(done.header("Location"));
        }
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void oneOfManyAtOnceIsDone() throws Exception {
        // A password that isn't known yet is checked alone, and who waits too long is sent away.
        writing.send("DELETE", ITEMS + "/nothing", "");
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::postNow))
                .toList();
        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.header("Location"))
                        .distinct())
                .hasSize(1);
        assertThat(made()).isEqualTo(1);
    }

    /** The server has the request and works on it; the client is gone before it can be told. */
    @Test
    void aConnectionThatBreaksBeforeTheAnswerLeavesOneFeature() throws Exception {
        try (Connection other = database.getConnection()) {
            holdIncidents(other);
            Socket socket = begin(request());
            awaitBlocked();
            cut(socket);
            other.rollback();
        }
        Answer repeated = repeatUntilDone();

        assertThat(get(path(repeated)).statusCode()).isEqualTo(200);
        assertThat(made()).isEqualTo(1);
    }

    /** Wherever it breaks: in the headers, in the body, after it, or while the answer is on its way. */
    @Test
    void aConnectionThatBreaksAnywhereLeavesOneFeature() throws Exception {
        byte[] request = request();
        for (int i = 0; i <= 20; i++) {
            int sent = request.length * Math.min(i, 10) / 10;
            Socket socket = begin(Arrays.copyOf(request, sent));
            LockSupport.parkNanos(Duration.ofMillis(2L * i).toNanos());
            cut(socket);
        }
        repeatUntilDone();

        assertThat(made()).isEqualTo(1);
    }

    /** The database ends the session in the middle, as in a crash: neither the feature nor the key is left. */
    @Test
    void whatTheDatabaseBreaksOffIsDoneByTheRepetition() throws Exception {
        try (Connection other = database.getConnection()) {
            holdIncidents(other);
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(this::postNow);
            awaitBlocked();
            jdbc().sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted"
                            + " AND relation = 'ceasefire.incident'::regclass")
                    .query()
                    .listOfRows();
            assertThat(first.get().status()).isEqualTo(503);
            other.rollback();
        }
        assertThat(made()).isZero();
        assertThat(post(shots).status()).isEqualTo(201);
        assertThat(made()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\"open", "a,b", "\"a\";b=1", "a\\b"})
    void keysThatAreNoneAreRefused(String wrong) throws Exception {
        Answer answer = writing.send("POST", ITEMS, shots, KEY, wrong);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("parameter").asString()).isEqualTo(KEY);
        assertThat(answer.body().get("detail").asString()).contains("expected is one key");
    }

    @Test
    void keysAreBounded() throws Exception {
        assertThat(writing.send("POST", ITEMS, shots, KEY, "x".repeat(256)).status())
                .isEqualTo(400);
        assertThat(writing.send("POST", ITEMS, shots, KEY, "x".repeat(255 - key.length()) + key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void keysAreForgottenInTime(@Autowired DoneRequests requests) throws Exception {
        post(shots);
        jdbc().sql("UPDATE truceline.done_request SET done = done - interval '6 days 23 hours' WHERE key = ?")
                .param(key)
                .update();
        requests.forget();
        assertThat(kept()).isEqualTo(1);

        jdbc().sql("UPDATE truceline.done_request SET done = done - interval '2 hours' WHERE key = ?")
                .param(key)
                .update();
        requests.forget();
        assertThat(kept()).isZero();
    }

    private long kept() {
        return jdbc().sql("SELECT count(*) FROM truceline.done_request WHERE key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long made() {
        return jdbc().sql("SELECT count(*) FROM ceasefire.incident WHERE summary = ?")
                .param(summary)
                .query(Long.class)
                .single();
    }

    private Answer post(String body) throws Exception {
        return writing.send("POST", ITEMS, body, KEY, key);
    }

    private Answer postNow() {
        try {
            return post(shots);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As a client does whose connection broke. */
    private Answer repeatUntilDone() throws Exception {
        Instant deadline = Instant.now().plusSeconds(20);
        Answer answer = post(shots);
        while (answer.status() == 409) {
            assertThat(Instant.now()).as("the request is still under way").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = post(shots);
        }
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    private static String path(Answer created) {
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        return URI.create(created.header("Location")).getPath();
    }

    /** The bytes that {@link #post} sends. */
    private byte[] request() {
        byte[] body = shots.getBytes(StandardCharsets.UTF_8);
        String credentials =
                Base64.getEncoder().encodeToString(("admin:" + writing.password()).getBytes(StandardCharsets.UTF_8));
        String head = "POST " + ITEMS + " HTTP/1.1\r\nHost: " + uri("").getAuthority() + "\r\nAuthorization: Basic "
                + credentials + "\r\nContent-Type: application/geo+json\r\n" + KEY + ": " + key
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return (head + shots).getBytes(StandardCharsets.UTF_8);
    }

    private Socket begin(byte[] request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("").getPort());
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        return socket;
    }

    /** With a reset, as when a network is gone. */
    private static void cut(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Whoever writes an incident waits until this transaction ends. */
    private static void holdIncidents(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE ceasefire.incident IN SHARE MODE");
        }
    }

    private void awaitBlocked() {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!jdbc().sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted"
                        + " AND relation = 'ceasefire.incident'::regclass)")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("nobody writes").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
