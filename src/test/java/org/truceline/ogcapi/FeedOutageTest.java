package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.Truceline;
import tools.jackson.databind.JsonNode;

/** The change feed where readers are slow or many, the database falls over, and the server stops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedOutageTest {
    private static final Path HOME = Path.of("target", "feed-outage");
    private static final int LISTENERS = 3;

    /** More than the latest changes that are held in memory for all. */
    private static final int MANY = 6_000;

    private ConfigurableApplicationContext server;
    private JdbcClient jdbc;

    @BeforeAll
    void begin() throws IOException {
        start();
        jdbc.sql("DELETE FROM ceasefire.place WHERE id LIKE 'feed-%'").update();
        awaitTold();
    }

    private void start() {
        server = new SpringApplicationBuilder(Truceline.class)
                .run(
                        "--server.port=0",
                        "--truceline.home=" + HOME,
                        "--truceline.database.url=",
                        "--truceline.layers.refresh=200ms",
                        "--truceline.changes.listeners=" + LISTENERS,
                        "--truceline.changes.heartbeat=500ms");
        jdbc = server.getBean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private int port() {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private EventReader open(String lastId) throws IOException {
        return new EventReader(uri("/changes?collections=places"), lastId);
    }

    /** Until edits are told feature by feature: a server that has just started gets to know its layers first. */
    private void awaitTold() throws IOException {
        Duration quiet = Duration.ofSeconds(1);
        await(
                () -> {
                    long before = guards();
                    LockSupport.parkNanos(quiet.toNanos());
                    return guards() == before;
                },
                "tables are still being guarded");
        try (EventReader reader = open("").begun()) {
            String change = "reset";
            // To the end of what is done here: nobody after it shall hear of the mark.
            while (!change.equals("delete")) {
                if (change.equals("reset")) {
                    insert("feed-mark");
                    jdbc.sql("DELETE FROM ceasefire.place WHERE id = 'feed-mark'")
                            .update();
                }
                change = reader.next().get("change").asString();
            }
        }
    }

    private long guards() {
        return jdbc.sql("SELECT count(*) FROM truceline.change WHERE operation IN ('guard', 'definition')")
                .query(Long.class)
                .single();
    }

    private void insert(String id) {
        jdbc.sql(
                        "INSERT INTO ceasefire.place (id, name, kind, point) VALUES (?, 'Here', 'other', ST_Point(70, 40, 4326))")
                .param(id)
                .update();
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(otherwise).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<String> hear(EventReader reader, int count) throws IOException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < count) {
            JsonNode event = reader.next();
            assertThat(event.path("feature").isString())
                    .as("%s after %s", event, heard)
                    .isTrue();
            heard.add(event.get("feature").asString());
        }
        return heard;
    }

    /** Transactions of a thousand changes each: pages of the log end within them, and readers are cut within them. */
    @Test
    @Order(1)
    void whoTakesNothingGetsAllLaterAndHoldsUpNobody() throws Exception {
        List<String> expected =
                IntStream.range(0, MANY).mapToObj("feed-%05d"::formatted).toList();
        String start;
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            slow.getOutputStream()
                    .write("GET /changes?collections=places HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try (EventReader fast = open("").begun()) {
                start = fast.lastId();
                for (int block = 0; block < MANY / 1000; block++) {
                    jdbc.sql("INSERT INTO ceasefire.place (id, name, kind, point)"
                                    + " SELECT 'feed-' || lpad(g::text, 5, '0'), 'Here', 'other', ST_Point(70, 40, 4326)"
                                    + " FROM generate_series(?, ?) g ORDER BY g")
                            .params(block * 1000, block * 1000 + 999)
                            .update();
                }
                assertThat(hear(fast, MANY)).containsExactlyInAnyOrderElementsOf(expected);
            }
            BufferedReader late =
                    new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
            slow.setSoTimeout(10_000);
            List<String> heard = new ArrayList<>();
            while (heard.size() < MANY) {
                String line = late.readLine();
                assertThat(line).as("after " + heard.size() + " events").isNotNull();
                if (line.startsWith("data: ")) {
                    heard.add(line.replaceAll(".*\"feature\":\"([^\"]*)\".*", "$1"));
                }
            }
            assertThat(heard).as("by the slow one").containsExactlyInAnyOrderElementsOf(expected);
        }
        List<String> resumed = new ArrayList<>();
        String place = start;
        for (int wanted = 1; resumed.size() < MANY; wanted = wanted * 3 + 1) {
            try (EventReader reader = openWhenThereIsRoom(place)) {
                resumed.addAll(hear(reader, Math.min(wanted, MANY - resumed.size())));
                place = reader.lastId();
            }
        }
        assertThat(resumed).as("cut off and come back").containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Order(2)
    void whoIsOneTooManyIsToldSoAndOthersListenOn() throws Exception {
        List<EventReader> readers = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            readers.add(openWhenThereIsRoom("").begun());
        }
        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri("/changes")).build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains(String.valueOf(LISTENERS));

        insert("feed-told");
        for (EventReader reader : readers) {
            assertThat(reader.next().get("feature").asString()).isEqualTo("feed-told");
        }
        readers.get(0).close();
        openWhenThereIsRoom("").close();
        readers.forEach(EventReader::close);
    }

    /** The place of one who has left is free as soon as something can't be written to it. */
    private EventReader openWhenThereIsRoom(String place) {
        EventReader[] opened = new EventReader[1];
        await(
                () -> {
                    try {
                        opened[0] = open(place);
                        return true;
                    } catch (IOException crowded) {
                        return false;
                    }
                },
                "no place became free");
        return opened[0];
    }

    /** Those who listen stay connected, and are told afterwards what was done before and after. */
    @Test
    @Order(3)
    void aDatabaseThatFallsOverCostsNoListenerAnything() throws Exception {
        try (EventReader reader = openWhenThereIsRoom("").begun()) {
            insert("feed-before");
            assertThat(reader.next().get("feature").asString()).isEqualTo("feed-before");
            String place = reader.lastId();
            crash();
            await(this::isDatabaseBack, "the database is not back");
            insert("feed-after");
            assertThat(reader.next().get("feature").asString()).isEqualTo("feed-after");
            try (EventReader resumed = open(place)) {
                assertThat(resumed.next().get("feature").asString()).isEqualTo("feed-after");
            }
        }
    }

    /** A process of the database that is killed takes all connections with it; the log is replayed. */
    private void crash() {
        long backend = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        ProcessHandle process = ProcessHandle.of(backend).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean isDatabaseBack() {
        try {
            return jdbc.sql("SELECT 1").query(Integer.class).single() == 1;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Whoever keeps a copy goes on where they were: the place is in the database, and in their hands. */
    @Test
    @Order(4)
    void aCopyIsKeptThroughTheDatabasesFallAndTheServersRestart() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        Mirror mirror = new Mirror(
                path -> client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()), "places");
        mirror.follow();
        insert("feed-mirrored");
        crash();
        await(this::isDatabaseBack, "the database is not back");
        insert("feed-after-fall");
        mirror.follow();
        assertThat(mirror.features()).containsKeys("feed-mirrored", "feed-after-fall");

        insert("feed-before-restart");
        server.close();
        start();
        jdbc.sql("DELETE FROM ceasefire.place WHERE id = 'feed-mirrored'").update();
        await(() -> isFollowed(client), "what layers rest on is still being read");
        mirror.follow();
        assertThat(mirror.features()).isEqualTo(mirror.read()).containsKey("feed-before-restart");
        assertThat(mirror.features()).doesNotContainKey("feed-mirrored");
        assertThat(mirror.timesRead()).isEqualTo(1);
    }

    private boolean isFollowed(HttpClient client) {
        try {
            return client.send(
                                    HttpRequest.newBuilder(uri("/collections/places/changes"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    @Order(5)
    void aServerThatStopsEndsTheFeed() throws Exception {
        try (EventReader reader = openWhenThereIsRoom("").begun()) {
            Instant start = Instant.now();
            server.close();

            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("ended");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }
}
