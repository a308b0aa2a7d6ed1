package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
import tools.jackson.databind.JsonNode;

/** The change feed, as clients read it while others edit in SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest extends ServerTest {
    private static final String FEED = "/changes?collections=watched";

    private final LayerFixture layers;
    private final TransactionTemplate transactions;
    private int marks = -1;

    ChangesTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue) {
        this.transactions = transactions;
        layers = new LayerFixture(jdbc, transactions, catalogue);
    }

    @BeforeAll
    void makeLayer() throws IOException, InterruptedException {
        layers.sql("CREATE TABLE ceasefire.watched (id int PRIMARY KEY, name text, place geometry(Point, 4326),"
                        + " is_public boolean NOT NULL DEFAULT true, bears_on text[])")
                .sql("CREATE TABLE ceasefire.watched_note (watched_id int, note text)")
                .sql("CREATE TABLE ceasefire.watched_kind (name text)")
                .view(
                        "watched",
                        "SELECT w.id, w.name, w.place AS geom,"
                                + " (SELECT max(note) FROM ceasefire.watched_note n WHERE n.watched_id = w.id) AS note,"
                                + " (SELECT count(*) FROM ceasefire.watched_kind) AS kinds"
                                + " FROM ceasefire.watched w WHERE w.is_public")
                .sql(
                        "COMMENT ON VIEW layer.watched IS E'Watched\n@changes ceasefire.watched(id, place, is_public, bears_on)"
                                + " ceasefire.watched_note(watched_id)'")
                .sql(
                        "INSERT INTO ceasefire.watched VALUES (1, 'a', ST_Point(20, 20, 4326)), (2, 'b', ST_Point(70, 40, 4326))")
                .awaitServed("watched");
        awaitTag("/collections/watched/items");
        awaitTold(2);
    }

    @AfterAll
    void dropLayer() {
        layers.close();
        jdbc().sql("DROP TABLE ceasefire.watched, ceasefire.watched_note, ceasefire.watched_kind")
                .update();
    }

    /** A layer that was just made is told of as a whole until its tables have their triggers. */
    private void awaitTold(int tables) throws IOException {
        awaitFollowed("watched", tables);
        try (EventReader reader = new EventReader(uri(FEED), "").begun()) {
            String change = "reset";
            while (change.equals("reset")) {
                edit("UPDATE ceasefire.watched SET name = 'a' WHERE id = 1");
                change = reader.next().get("change").asString();
            }
        }
    }

    /** Begins behind what others did a moment ago: the feed may begin some moments before it is asked for. */
    private EventReader open() throws IOException {
        EventReader reader = new EventReader(uri(FEED), "").begun();
        String mark = String.valueOf(marks--);
        edit("INSERT INTO ceasefire.watched VALUES (" + mark + ")");
        edit("DELETE FROM ceasefire.watched WHERE id = " + mark);
        String last = "";
        while (!last.equals(mark + "delete")) {
            JsonNode event = reader.next();
            last = event.path("feature").asString("") + event.get("change").asString();
        }
        return reader;
    }

    private void edit(String sql) {
        jdbc().sql(sql).update();
    }

    private static List<String> summary(JsonNode event) {
        return List.of(
                event.get("collection").asString(),
                event.get("feature").asString(),
                event.get("change").asString());
    }

    @Test
    void anEditInSqlIsToldWithinASecondWithTheTilesThatItTouches() throws Exception {
        try (EventReader reader = open()) {
            Instant start = Instant.now();
            edit("UPDATE ceasefire.watched SET place = ST_Point(-100, 20, 4326) WHERE id = 2");
            JsonNode event = reader.next();

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(summary(event)).containsExactly("watched", "2", "update");
            assertThat(event.get("boxes").toString()).isEqualTo("[[70.0,40.0,70.0,40.0],[-100.0,20.0,-100.0,20.0]]");
            assertThat(event.get("tiles").get("WebMercatorQuad").toString())
                    .contains("[0,0,0,0,0]", "[3,5,5,2,3]", "[3,1,1,3,3]", "[18,182044,182044,");
            edit("UPDATE ceasefire.watched SET place = ST_Point(70, 40, 4326) WHERE id = 2");
        }
    }

    @Test
    void whatIsPutInTakenOutShownAndHiddenIsToldAsTheLayerShowsIt() throws Exception {
        try (EventReader reader = open()) {
            edit("INSERT INTO ceasefire.watched VALUES (10, 'secret', ST_Point(1, 1, 4326), false)");
            edit("INSERT INTO ceasefire.watched_note VALUES (10, 'secret')");
            edit("UPDATE ceasefire.watched SET place = ST_Point(2, 2, 4326) WHERE id = 10");
            edit("UPDATE ceasefire.watched SET name = name WHERE id = 1");
            assertThat(summary(reader.next()))
                    .as("nothing of what is hidden")
                    .containsExactly("watched", "1", "update");
            edit("UPDATE ceasefire.watched SET is_public = true WHERE id = 10");
            JsonNode shown = reader.next();
            assertThat(summary(shown)).containsExactly("watched", "10", "insert");
            assertThat(shown.get("boxes").toString()).isEqualTo("[[2.0,2.0,2.0,2.0]]");

            edit("UPDATE ceasefire.watched_note SET note = 'open' WHERE watched_id = 10");
            JsonNode part = reader.next();
            assertThat(summary(part)).containsExactly("watched", "10", "update");
            assertThat(part.get("boxes").toString()).isEqualTo("[[2.0,2.0,2.0,2.0]]");

            edit("UPDATE ceasefire.watched SET is_public = false, place = ST_Point(3, 3, 4326) WHERE id = 10");
            JsonNode hidden = reader.next();
            assertThat(summary(hidden)).containsExactly("watched", "10", "delete");
            assertThat(hidden.get("boxes").toString()).isEqualTo("[[2.0,2.0,2.0,2.0]]");

            edit("DELETE FROM ceasefire.watched WHERE id = 10");
            edit("DELETE FROM ceasefire.watched_note WHERE watched_id = 10");
            edit("UPDATE ceasefire.watched SET name = name WHERE id = 1");
            assertThat(summary(reader.next()))
                    .as("nothing of what nobody saw")
                    .containsExactly("watched", "1", "update");
        }
    }

    @Test
    void whatATransactionDoesToAFeatureIsOneChange() throws Exception {
        try (EventReader reader = open()) {
            transactions.executeWithoutResult(status -> {
                edit("INSERT INTO ceasefire.watched VALUES (11, 'new', NULL), (12, 'new', NULL)");
                edit("INSERT INTO ceasefire.watched_note VALUES (11, 'new')");
                edit("UPDATE ceasefire.watched SET place = ST_Point(5, 5, 4326) WHERE id = 11");
                edit("DELETE FROM ceasefire.watched WHERE id = 12");
            });
            edit("DELETE FROM ceasefire.watched WHERE id = 11");

            JsonNode first = reader.next();
            assertThat(summary(first)).containsExactly("watched", "11", "insert");
            assertThat(first.get("boxes").toString()).isEqualTo("[[5.0,5.0,5.0,5.0]]");
            assertThat(summary(reader.next())).containsExactly("watched", "11", "delete");
        }
    }

    /** Where the exact place was taken back before the commit, nobody learns of it. */
    @Test
    void whereAFeatureWasWithinATransactionIsNotTold() throws Exception {
        try (EventReader reader = open()) {
            transactions.executeWithoutResult(status -> {
                edit("INSERT INTO ceasefire.watched VALUES (13, 'new', ST_Point(7.12345, 7.12345, 4326))");
                edit("UPDATE ceasefire.watched SET place = ST_Point(7, 7, 4326) WHERE id = 13");
            });
            edit("DELETE FROM ceasefire.watched WHERE id = 13");

            JsonNode first = reader.next();
            assertThat(summary(first)).containsExactly("watched", "13", "insert");
            assertThat(first.get("boxes").toString()).isEqualTo("[[7.0,7.0,7.0,7.0]]");
            assertThat(summary(reader.next())).containsExactly("watched", "13", "delete");
        }
    }

    @Test
    void featuresThatHangOnAnotherOneAreToldOfWithIt() throws Exception {
        try (EventReader reader = open()) {
            edit(
                    "INSERT INTO ceasefire.watched VALUES (20, 'a', ST_Point(1, 1, 4326), true, '{told}'),"
                            + " (21, 'b', ST_Point(2, 2, 4326), true, '{told}'), (22, 'c', ST_Point(3, 3, 4326), false, '{told}')");
            assertThat(List.of(
                            summary(reader.next()).get(2),
                            summary(reader.next()).get(2)))
                    .containsOnly("insert");

            edit("UPDATE ceasefire.watched SET name = 'x' WHERE id = 20");
            assertThat(summary(reader.next())).containsExactly("watched", "20", "update");
            JsonNode other = reader.next();
            assertThat(summary(other)).containsExactly("watched", "21", "update");
            assertThat(other.get("boxes").toString()).isEqualTo("[[2.0,2.0,2.0,2.0]]");

            edit("INSERT INTO ceasefire.watched_note VALUES (20, 'a part')");
            assertThat(summary(reader.next())).containsExactly("watched", "20", "update");
            assertThat(summary(reader.next())).containsExactly("watched", "21", "update");

            edit("UPDATE ceasefire.watched SET bears_on = '{21}' WHERE id = 20");
            assertThat(summary(reader.next())).containsExactly("watched", "20", "update");
            assertThat(summary(reader.next())).containsExactly("watched", "21", "update");

            edit("DELETE FROM ceasefire.watched WHERE id = 20");
            assertThat(summary(reader.next())).containsExactly("watched", "20", "delete");
            assertThat(summary(reader.next())).containsExactly("watched", "21", "update");
            edit("DELETE FROM ceasefire.watched WHERE id IN (21, 22)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO ceasefire.watched_kind VALUES ('x')",
                "TRUNCATE ceasefire.watched_note",
                "INSERT INTO ceasefire.watched SELECT g, 'many' FROM generate_series(1000, 3000) g",
                "CREATE OR REPLACE VIEW layer.watched AS SELECT w.id, w.name, w.place AS geom,"
                        + " (SELECT min(note) FROM ceasefire.watched_note n WHERE n.watched_id = w.id) AS note,"
                        + " (SELECT count(*) FROM ceasefire.watched_kind) AS kinds"
                        + " FROM ceasefire.watched w WHERE w.is_public"
            })
    void whatCannotBeToldFeatureByFeatureResetsTheLayer(String sql) throws Exception {
        try (EventReader reader = open()) {
            edit(sql);
            JsonNode event = reader.next();

            assertThat(event.get("collection").asString()).isEqualTo("watched");
            assertThat(event.get("change").asString()).isEqualTo("reset");
            assertThat(event.has("feature")).isFalse();
        } finally {
            edit("DELETE FROM ceasefire.watched WHERE id >= 1000");
        }
    }

    /** The one that began first commits last, and comes last; nobody waits for it. */
    @Test
    void aTransactionThatTakesLongHoldsUpNoOther(@Autowired DataSource dataSource) throws Exception {
        try (EventReader reader = open();
                java.sql.Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            try (java.sql.Statement statement = slow.createStatement()) {
                statement.execute("UPDATE ceasefire.watched SET name = 'slow' WHERE id = 1");
            }
            edit("UPDATE ceasefire.watched SET name = 'fast' WHERE id = 2");
            assertThat(summary(reader.next())).containsExactly("watched", "2", "update");
            slow.commit();
            assertThat(summary(reader.next())).containsExactly("watched", "1", "update");
        }
    }

    @Test
    void aReaderThatIsCutAndComesBackHearsEachOfManyConcurrentEditsOnce() throws Exception {
        int writers = 4;
        int edits = 250;
        String start;
        try (EventReader reader = open()) {
            start = reader.lastId();
        }
        List<Future<?>> writing = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        for (int writer = 0; writer < writers; writer++) {
            int own = 100_000 * (writer + 1);
            Random random = new Random(writer);
            writing.add(pool.submit(() -> IntStream.range(0, edits).forEach(number -> {
                transactions.executeWithoutResult(status -> {
                    edit("INSERT INTO ceasefire.watched VALUES (" + (own + number)
                            + ", 'edit', ST_Point(10, 10, 4326))");
                    LockSupport.parkNanos(random.nextInt(3_000_000));
                });
            })));
        }
        List<String> heard = new ArrayList<>();
        Random random = new Random(7);
        String place = start;
        while (heard.size() < writers * edits) {
            try (EventReader reader = new EventReader(uri(FEED), place)) {
                for (int wanted = 1 + random.nextInt(60); wanted > 0 && heard.size() < writers * edits; wanted--) {
                    heard.add(reader.next().get("feature").asString());
                    place = reader.lastId();
                }
            }
        }
        for (Future<?> each : writing) {
            each.get();
        }
        pool.shutdown();
        edit("DELETE FROM ceasefire.watched WHERE id >= 100000");

        assertThat(heard).doesNotHaveDuplicates().hasSize(writers * edits);
        // From the log alone, by a parameter of the address.
        try (EventReader again = new EventReader(uri(FEED + "&lastEventId=" + start), "")) {
            List<String> repeated = Stream.generate(() -> feature(again))
                    .limit((long) writers * edits)
                    .toList();
            assertThat(repeated).containsExactlyInAnyOrderElementsOf(heard);
        }
    }

    private static String feature(EventReader reader) {
        try {
            return reader.next().get("feature").asString();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000/5:5:", "EPOCH/1:1:", "EPOCH/7:900000000000:"})
    void whoHasLostThePlaceHearsThatAnythingMayHaveChanged(String lost) throws Exception {
        String epoch = jdbc().sql("SELECT id::text FROM truceline.change_epoch")
                .query(String.class)
                .single();
        try (EventReader reader = new EventReader(uri(FEED), lost.replace("EPOCH", epoch))) {
            JsonNode event = reader.next();
            assertThat(event.get("change").asString()).isEqualTo("reset");
            assertThat(event.has("collection")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-000000000000/9:5:", "1/2/3"})
    void aPlaceThatIsNoneIsRefused(String nonsense) throws Exception {
        HttpResponse<String> byHeader = get("/changes", "Last-Event-ID", nonsense);
        HttpResponse<String> byParameter = get("/changes?lastEventId=" + nonsense);

        assertThat(byHeader.statusCode()).isEqualTo(400);
        assertThat(byHeader.body()).contains("Last-Event-ID");
        assertThat(byParameter.statusCode()).isEqualTo(400);
        assertThat(get("/changes?collections=none").statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheFeedIsCanBeAskedWithoutListening() throws Exception {
        HttpResponse<String> head = send(java.net.http.HttpRequest.newBuilder(uri("/changes"))
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(head.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(get("/").body()).contains("\"monitor\"");
    }
}
