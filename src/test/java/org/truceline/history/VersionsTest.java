package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;

/** Versions of records that are edited straight in the database, as with psql. */
class VersionsTest extends ServerTest {
    private static final String OF_TEST =
            "SELECT concat_ws(' ', v.tableoid::regclass, v.record, v.rev, CASE WHEN v.is_deleted THEN 'deleted' END)"
                    + " FROM history.version v JOIN history.act a ON a.id = v.act WHERE v.act > ?"
                    + " ORDER BY a.number, v.tableoid::regclass::text, v.record, v.rev";

    @Autowired
    private DataSource dataSource;

    private long actBefore;

    /** Records keep their numbers of versions beyond their deletion: each test has records of its own. */
    private String prefix = "";

    @BeforeEach
    void begin() {
        execute(
                "INSERT INTO ceasefire.party (id, name, kind) VALUES ('vt', 'Versioned', 'mission') ON CONFLICT DO NOTHING");
        actBefore = jdbc().sql("SELECT coalesce(max(id), 0) FROM history.act")
                .query(Long.class)
                .single();
        prefix = "vt" + actBefore + "-";
    }

    @AfterEach
    void forget() {
        execute("DELETE FROM ceasefire.incident WHERE id LIKE 'vt%'");
        execute("DELETE FROM ceasefire.party WHERE id = 'vt'");
    }

    @Test
    void eachChangeOfARecordIsAVersionAndNoOtherStatementIs() {
        execute(incident("vt-a"));
        execute("UPDATE ceasefire.incident SET summary = 'Two' WHERE id = 'vt-a'");
        execute("UPDATE ceasefire.incident SET summary = 'Two' WHERE id = 'vt-a'");
        execute("UPDATE ceasefire.incident SET summary = 'Two' WHERE id = 'vt-none'");
        execute(incident("vt-a").replace(";", "") + " ON CONFLICT DO NOTHING");
        execute("DELETE FROM ceasefire.incident WHERE id = 'vt-a'");
        execute(incident("vt-a"));
        assertThat(versions())
                .containsExactly(
                        "history.incident vt-a 1",
                        "history.incident vt-a 2",
                        "history.incident vt-a 3 deleted",
                        "history.incident vt-a 4");
        assertThat(jdbc().sql("SELECT summary FROM history.incident WHERE record = ? ORDER BY rev")
                        .param(prefix + "a")
                        .query(String.class)
                        .list())
                .containsExactly("One", "Two", "Two", "One");
    }

    @Test
    void whatACascadeChangesIsKeptInTheSameAct() {
        execute(
                "BEGIN; " + incident("vt-a")
                        + " INSERT INTO ceasefire.incident_source (incident_id, ordinal, party_id) VALUES ('vt-a', 1, 'vt');"
                        + " INSERT INTO ceasefire.incident_allegation (incident_id, side_id, alleged_by_id) VALUES ('vt-a', NULL, 'vt'); COMMIT");
        execute("UPDATE ceasefire.incident SET id = 'vt-b' WHERE id = 'vt-a'");
        execute("DELETE FROM ceasefire.incident WHERE id = 'vt-b'");
        assertThat(versions())
                .containsExactly(
                        "history.incident vt-a 1",
                        "history.incident_allegation vt-a/~/vt 1",
                        "history.incident_source vt-a/1 1",
                        "history.incident vt-a 2 deleted",
                        "history.incident vt-b 1",
                        "history.incident_allegation vt-a/~/vt 2 deleted",
                        "history.incident_allegation vt-b/~/vt 1",
                        "history.incident_source vt-a/1 2 deleted",
                        "history.incident_source vt-b/1 1",
                        "history.incident vt-b 2 deleted",
                        "history.incident_allegation vt-b/~/vt 2 deleted",
                        "history.incident_source vt-b/1 2 deleted");
        assertThat(acts()).isEqualTo(3);
    }

    @Test
    void anActSaysWhoWhenWhyAndFromWhere() {
        execute("BEGIN; SET LOCAL truceline.editor = 'ana'; SET LOCAL truceline.correction_reason = 'A typo';"
                + " SET LOCAL truceline.origin = 'phone'; SET LOCAL truceline.known_from = '2021-04-30T12:00Z'; "
                + incident("vt-a") + " COMMIT");
        assertThat(jdbc().sql("SELECT concat_ws('|', a.database_user = session_user, a.editor, a.reason, a.origin,"
                                + " a.recorded BETWEEN now() - interval '1 min' AND now(),"
                                + " v.known_from AT TIME ZONE 'UTC', v.is_known_assumed)"
                                + " FROM history.incident v JOIN history.act a ON a.id = v.act WHERE v.record = ?")
                        .param(prefix + "a")
                        .query(String.class)
                        .single())
                .isEqualTo("t|ana|A typo|phone|t|2021-04-30 12:00:00|f");
    }

    @Test
    void nothingIsKnownFromTheFuture() {
        assertThatThrownBy(() -> execute(
                        "BEGIN; SET LOCAL truceline.known_from = '2999-01-01T00:00Z'; " + incident("vt-a") + " COMMIT"))
                .hasMessageContaining("nothing can be known from a time that has not come");
    }

    @Test
    void whatIsRolledBackLeavesNoTraceAndNoGap() {
        execute("BEGIN; " + incident("vt-a") + " SAVEPOINT s; DELETE FROM ceasefire.incident WHERE id = 'vt-a';"
                + " ROLLBACK TO s; COMMIT");
        execute("BEGIN; DELETE FROM ceasefire.incident WHERE id = 'vt-a'; ROLLBACK");
        assertThat(versions()).containsExactly("history.incident vt-a 1");
        assertThat(jdbc().sql("SELECT count(*) = max(number) FROM history.act")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void constraintsCheckedEarlyBreakNoChain() {
        execute("BEGIN; " + incident("vt-a") + " SET CONSTRAINTS ALL IMMEDIATE; " + incident("vt-b") + " COMMIT");
        assertThat(versions()).containsExactly("history.incident vt-a 1", "history.incident vt-b 1");
        assertThat(jdbc().sql("SELECT count(*) FROM history.act WHERE number IS NULL OR versions = 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void historyRefusesToBeChanged() {
        execute(incident("vt-a"));
        for (String statement : List.of(
                "UPDATE history.incident SET summary = 'x'",
                "DELETE FROM history.incident",
                "TRUNCATE history.incident")) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("history is added to, never changed");
        }
    }

    /** Acts are numbered as they commit, whichever began first, and their times are in the same order. */
    @Test
    void actsOfManyWritersAreChainedInTheOrderOfTheirCommits() throws Exception {
        int writers = 4;
        int edits = 25;
        execute(incident("vt-a"));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new java.util.ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String own = "vt-w" + writer;
                running.add(threads.submit(() -> {
                    start.await();
                    execute(incident(own));
                    for (int edit = 0; edit < edits; edit++) {
                        execute(
                                "UPDATE ceasefire.incident SET observed_count = coalesce(observed_count, 0) + 1 WHERE id IN ('vt-a', '"
                                        + own + "')");
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(jdbc().sql("SELECT max(rev) || ' ' || max(observed_count) FROM history.incident WHERE record = ?")
                        .param(prefix + "a")
                        .query(String.class)
                        .single())
                .isEqualTo((1 + writers * edits) + " " + writers * edits);
        assertThat(jdbc().sql("SELECT count(*) FROM (SELECT a.number, a.recorded,"
                                + " lag(v.rev) OVER w >= v.rev OR lag(a.number) OVER w >= a.number OR lag(a.recorded) OVER w >= a.recorded AS is_wrong"
                                + " FROM history.incident v JOIN history.act a ON a.id = v.act WHERE v.record = ?"
                                + " WINDOW w AS (ORDER BY v.rev)) AS pairs WHERE is_wrong")
                        .param(prefix + "a")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A column that a migration adds without keeping it would be lost from versions in silence. */
    @Test
    void everyColumnOfEveryKeptTableIsKept() {
        assertThat(jdbc().sql(
                                "SELECT k.relation || '.' || a.attname FROM history.kept k"
                                        + " JOIN pg_attribute a ON a.attrelid = format('ceasefire.%I', k.relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped"
                                        + " WHERE NOT EXISTS (SELECT FROM pg_attribute h WHERE h.attrelid = format('history.%I', k.relation)::regclass"
                                        + " AND h.attname = a.attname AND (h.atttypid, h.atttypmod) = (a.atttypid, a.atttypmod))"
                                        + " OR position(quote_ident(a.attname) IN pg_get_functiondef(to_regprocedure(format('history.%I()', 'keep_' || k.relation)))) = 0")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** A layer of the past looks up by it, as the layer does: without an index, in all versions of all records. */
    @Test
    void everyReferenceToAKeptTableHasAnIndex() {
        assertThat(jdbc().sql(
                                "SELECT k.relation || '.' || a.attname FROM history.kept k"
                                        + " JOIN pg_constraint c ON c.conrelid = format('ceasefire.%I', k.relation)::regclass AND c.contype = 'f' AND cardinality(c.conkey) = 1"
                                        + " JOIN history.kept r ON c.confrelid = format('ceasefire.%I', r.relation)::regclass"
                                        + " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
                                        + " JOIN pg_attribute h ON h.attrelid = format('history.%I', k.relation)::regclass AND h.attname = a.attname"
                                        + " WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = h.attrelid AND i.indkey[0] = h.attnum)")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static String incident(String id) {
        return "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision) VALUES ('" + id
                + "', 'Battles', 'One', 'unknown');";
    }

    private List<String> versions() {
        return jdbc().sql(OF_TEST).param(actBefore).query(String.class).list().stream()
                .map(version -> version.replace(prefix, "vt-"))
                .toList();
    }

    private long acts() {
        return jdbc().sql("SELECT count(*) FROM history.act WHERE id > ?")
                .param(actBefore)
                .query(Long.class)
                .single();
    }

    private void execute(String statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                statement.execute(statements.replace("vt-", prefix));
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
