package org.truceline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
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

/** The change log among transactions that run at the same time, and over dumps and restores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeLogTest extends ServerTest {
    private static final String EDIT = "UPDATE layer.logged SET name = name || '!' WHERE id = ";

    private final LayerFixture layers;
    private final RevisionFixture revisions;
    private final JdbcClient jdbc;

    ChangeLogTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired LayerCatalogue catalogue,
            @Autowired DataSource dataSource,
            @Autowired Revisions revisions) {
        this.jdbc = jdbc;
        this.layers = new LayerFixture(jdbc, transactions, catalogue);
        this.revisions = new RevisionFixture(dataSource, catalogue, revisions);
    }

    @BeforeAll
    void makeLayer() throws SQLException {
        layers.table(
                        "logged",
                        "id int PRIMARY KEY, name text, geom geometry(Point, 4326)",
                        "(1, 'a'), (2, 'b'), (3, 'c')")
                .awaitServed("logged");
        revisions.await("logged");
    }

    @AfterAll
    void dropLayer() {
        layers.close();
    }

    /** The one that began first commits last: its change is in neither a highest number nor a highest transaction. */
    @Test
    void transactionsThatCommitInAnotherOrderEachMoveTheRevision() throws Exception {
        List<Revision> seen = new ArrayList<>();
        seen.add(revisions.await("logged"));
        try (Connection first = revisions.open();
                Connection second = revisions.open()) {
            execute(first, EDIT + 1);
            execute(second, EDIT + 2);
            seen.add(revisions.await("logged"));
            second.commit();
            seen.add(revisions.await("logged"));
            fold();
            seen.add(revisions.await("logged"));
            first.commit();
        }
        seen.add(revisions.await("logged"));
        fold();
        seen.add(revisions.await("logged"));

        assertThat(seen.get(1)).as("nothing is committed").isEqualTo(seen.get(0));
        assertThat(seen.get(3)).as("adding up changes nothing").isEqualTo(seen.get(2));
        assertThat(seen.get(5)).as("adding up changes nothing").isEqualTo(seen.get(4));
        assertThat(new HashSet<>(seen)).hasSize(3);
    }

    @Test
    void aSnapshotKeepsItsRevisionWhileOthersCommitAndAddUp() throws Exception {
        try (Connection snapshot = revisions.open()) {
            Revision before = revisions.find(snapshot, "logged").orElseThrow();
            jdbc.sql(EDIT + 1).update();
            fold();

            assertThat(revisions.find(snapshot, "logged")).contains(before);
            assertThat(revisions.await("logged")).isNotEqualTo(before);
            snapshot.rollback();
        }
    }

    @Test
    void whatIsTakenBackMovesNothing() throws Exception {
        Revision before = revisions.await("logged");
        try (Connection connection = revisions.open()) {
            execute(connection, EDIT + 1);
            assertThat(revisions.find(connection, "logged"))
                    .as("by itself it is seen")
                    .isNotEqualTo(before);
            connection.rollback();
        }

        assertThat(revisions.await("logged")).isEqualTo(before);
    }

    /** The savepoint takes the log's row with it, so the edit after it has to write its own. */
    @Test
    void anEditAfterOneThatWasTakenBackToASavepointIsSeen() throws Exception {
        Revision before = revisions.await("logged");
        try (Connection connection = revisions.open()) {
            execute(connection, "SAVEPOINT here");
            execute(connection, EDIT + 1);
            execute(connection, "ROLLBACK TO here");
            execute(connection, EDIT + 2);
            connection.commit();
        }

        assertThat(revisions.await("logged")).isNotEqualTo(before);
    }

    /** Read below the oldest transaction that still runs, the log comes in one order and loses nothing. */
    @Test
    void aReaderBelowTheOldestTransactionMissesNoChange() throws Exception {
        Set<String> delivered = new HashSet<>();
        String start = position();
        String between;
        try (Connection first = revisions.open();
                Connection second = revisions.open()) {
            execute(first, EDIT + 1);
            execute(second, EDIT + 2);
            second.commit();
            between = position();
            delivered.addAll(read(start, between));
            assertThat(delivered).as("the first may still come before it").isEmpty();
            first.commit();
        }
        delivered.addAll(read(between, positionAfterAll()));

        assertThat(delivered).hasSize(2);
    }

    @Test
    void manyRowsOfOneStatementAreOneChange() {
        jdbc.sql("INSERT INTO layer.logged SELECT g, 'x', NULL FROM generate_series(1000, 5000) g")
                .update();
        Long changes = jdbc.sql("SELECT count(*) FROM truceline.change"
                        + " WHERE relation = 'layer.logged'::regclass AND operation = 'insert'")
                .query(Long.class)
                .single();

        assertThat(changes).isEqualTo(1);
    }

    /** The server itself looks for work so, every few seconds. */
    @Test
    void statementsThatChangeNoRowAreNoChange() throws Exception {
        Revision before = revisions.await("logged");
        // In a new session: PostgreSQL tells what one has changed in its last seconds, as another test's edits.
        try (Connection connection = revisions.openAsSuperuser()) {
            execute(connection, EDIT + "-1");
            execute(connection, "DELETE FROM layer.logged WHERE id = -1");
            execute(connection, "INSERT INTO layer.logged SELECT * FROM layer.logged WHERE id = -1");
            execute(connection, "INSERT INTO layer.logged SELECT * FROM layer.logged ON CONFLICT DO NOTHING");
            connection.commit();
            assertThat(revisions.await("logged")).isEqualTo(before);

            execute(connection, EDIT + "-1; " + EDIT + 1);
            connection.commit();
            assertThat(revisions.await("logged")).isNotEqualTo(before);
        }
    }

    @Test
    void aLogBroughtFromAnotherDatabaseIsTrustedAgainInANewEpoch() throws Exception {
        Revision before = revisions.await("logged");
        try (Connection connection = revisions.open()) {
            // As a restored dump would say, with numbers of transactions that lie ahead of this database's.
            execute(
                    connection,
                    "UPDATE truceline.change_epoch SET cluster = 'another',"
                            + " folded_below = (folded_below::text::bigint + 1000000)::text::xid8");
            assertThat(revisions.find(connection, "logged")).isEmpty();
            connection.commit();
        }
        fold();

        assertThat(revisions.await("logged")).isNotEqualTo(before);
    }

    @Test
    void theLogForgetsWhatIsAddedUpAndTheRevisionStays() throws Exception {
        jdbc.sql(EDIT + 1).update();
        positionAfterAll();
        fold();
        Revision before = revisions.await("logged");
        jdbc.sql("UPDATE truceline.change SET recorded_at = now() - interval '31 days'"
                        + " WHERE relation = 'layer.logged'::regclass")
                .update();
        jdbc.sql(EDIT + 2).update();
        Revision after = revisions.await("logged");
        jdbc.sql("SELECT truceline.forget_changes('30 days')").query().singleColumn();

        assertThat(after).isNotEqualTo(before);
        assertThat(revisions.await("logged")).isEqualTo(after);
        assertThat(read("0", positionAfterAll())).as("the latest is remembered").hasSize(1);
    }

    private void fold() {
        jdbc.sql("SELECT truceline.fold_changes()").query().singleColumn();
    }

    private String position() {
        return jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** Behind everything that has begun until now, once that has ended; others work in this database too. */
    private String positionAfterAll() {
        Long begun = jdbc.sql("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        Instant deadline = Instant.now().plusSeconds(10);
        while (Long.parseLong(position()) < begun) {
            assertThat(Instant.now()).as("a transaction goes on and on").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return position();
    }

    private List<String> read(String from, String to) {
        return jdbc.sql("SELECT xid::text FROM truceline.change WHERE relation = 'layer.logged'::regclass"
                        + " AND xid >= ?::xid8 AND xid < ?::xid8 ORDER BY xid, id")
                .params(from, to)
                .query(String.class)
                .list();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
