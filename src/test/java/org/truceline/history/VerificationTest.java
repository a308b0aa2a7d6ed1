package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.Truceline;

/** Changes behind the database's back, as its owner makes them: with triggers off, and undone at the end of each test. */
class VerificationTest extends ServerTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Verification verification;

    @Autowired
    private TransactionTemplate transactions;

    private final String record = "vf-" + NUMBER.incrementAndGet();

    private String undo = "";

    @BeforeEach
    void edit() {
        execute("INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, point) VALUES ('" + record
                + "', 'Battles', E'One\nof two lines = ''x''', 'unknown', 'SRID=4326;POINT(70.1 40.2)')");
        execute("UPDATE ceasefire.incident SET summary = 'Two' WHERE id = '" + record + "'");
        execute("UPDATE ceasefire.incident SET summary = 'Three', time_start = '2021-04-29T12:00Z', observed_count = 3,"
                + " local_date = '2021-04-29' WHERE id = '" + record + "'");
    }

    @AfterEach
    void restore() throws SQLException {
        if (!undo.isEmpty()) {
            behindItsBack(undo);
        }
        execute("DELETE FROM ceasefire.incident WHERE id = '" + record + "'");
        assertThat(verification.run().broken()).isEmpty();
    }

    @Test
    void historyThatNobodyTouchedIsInOrder() throws SQLException {
        Verdict verdict = verification.run();
        assertThat(verdict.broken()).isEmpty();
        assertThat(exitCode()).isZero();
        assertThat(verdict.head())
                .isEqualTo(jdbc().sql("SELECT encode(hash, 'hex') FROM history.chain_head")
                        .query(String.class)
                        .single());
        assertThat(verdict.versions())
                .isEqualTo(jdbc().sql("SELECT count(*) FROM history.version")
                        .query(Long.class)
                        .single());
    }

    /** As a migration adds it to a table whose records have versions already. */
    @Test
    void versionsFromBeforeAColumnThatIsWorkedOutAreInOrder() throws SQLException {
        String keep = "DO $$ BEGIN PERFORM history.keep('place', 'id'); END $$";
        execute(
                "ALTER TABLE ceasefire.place ADD COLUMN vf_later boolean NOT NULL GENERATED ALWAYS AS (kind = 'city') STORED");
        try {
            execute(keep);
            assertThat(verification.run().broken()).isEmpty();
        } finally {
            execute("ALTER TABLE ceasefire.place DROP COLUMN vf_later; ALTER TABLE history.place DROP COLUMN vf_later");
            execute(keep);
        }
    }

    @Test
    void aChangedByteIsNamed() throws SQLException {
        breakIt(
                "UPDATE history.incident SET summary = 'Twe' WHERE record = '%s' AND rev = 2",
                "UPDATE history.incident SET summary = 'Two' WHERE record = '%s' AND rev = 2");
        assertThat(broken())
                .startsWith("table incident, record " + record
                        + ", version 2: what it says is not what its hash was made of");
        assertThat(exitCode()).isEqualTo(1);
    }

    @Test
    void aPlaceMovedByTheLeastIsNamed() throws SQLException {
        breakIt(
                "UPDATE history.incident SET point = ST_Translate(point, 1e-13, 0) WHERE record = '%s' AND rev = 1",
                "UPDATE history.incident SET point = 'SRID=4326;POINT(70.1 40.2)' WHERE record = '%s' AND rev = 1");
        assertThat(broken()).startsWith("table incident, record " + record + ", version 1: ");
    }

    @Test
    void aVersionThatIsGoneIsNamed() throws SQLException {
        execute("CREATE TABLE ceasefire.vf_aside AS SELECT * FROM history.incident WHERE record = '" + record
                + "' AND rev = 2");
        breakIt(
                "DELETE FROM history.incident WHERE record = '%s' AND rev = 2",
                "INSERT INTO history.incident SELECT * FROM ceasefire.vf_aside; DROP TABLE ceasefire.vf_aside");
        assertThat(broken())
                .startsWith("table incident, record " + record + ", version 2: it is missing; act ")
                .endsWith("it wrote 1 versions, of which 0 are there");
    }

    @Test
    void versionsThatChangedPlacesAreNamed() throws SQLException {
        String swap = "UPDATE history.incident SET rev = rev + 100 WHERE record = '%1$s' AND rev IN (1, 2);"
                + "UPDATE history.incident SET rev = 103 - rev WHERE record = '%1$s' AND rev > 100";
        breakIt(swap, swap);
        assertThat(broken()).startsWith("table incident, record " + record + ", version 2: what it says is not");
    }

    @Test
    void aPresentRowThatWasChangedIsNamedWithItsColumns() throws SQLException {
        breakIt(
                "UPDATE ceasefire.incident SET summary = 'Four', observed_count = 4 WHERE id = '%s'",
                "UPDATE ceasefire.incident SET summary = 'Three', observed_count = 3 WHERE id = '%s'");
        assertThat(broken())
                .isEqualTo("table incident, record " + record
                        + ", version 3: the record differs from it in summary, observed_count, rev");
    }

    /** The hash of a version can be made anew, and its act's: the chain tells where it was done. */
    @ParameterizedTest
    @CsvSource({
        "UPDATE history.act SET reason = 'Told so',UPDATE history.act SET reason = NULL",
        "UPDATE history.act SET recorded = recorded - interval '1 day',UPDATE history.act SET recorded = recorded + interval '1 day'",
        "UPDATE history.act SET hash = sha256(hash),UPDATE history.act SET hash = %2$s"
    })
    void anActThatWasChangedIsNamed(String change, String undoing) throws SQLException {
        String act = jdbc().sql(
                        "SELECT act || ' ' || number || ' ''' || a.hash::text || '''' FROM history.incident v JOIN history.act a ON a.id = v.act"
                                + " WHERE record = ? AND rev = 2")
                .param(record)
                .query(String.class)
                .single();
        String[] words = act.split(" ", 3);
        String where = " WHERE id = " + words[0];
        breakIt(change + where, undoing.replace("%2$s", words[2]) + where);
        assertThat(broken()).startsWith("act " + words[1] + ": its hash is not that of what it says");
    }

    @Test
    void triggersThatAreOffAreNamed() throws SQLException {
        breakIt(
                "ALTER TABLE ceasefire.incident DISABLE TRIGGER zz_kept_update",
                "ALTER TABLE ceasefire.incident ENABLE ALWAYS TRIGGER zz_kept_update");
        assertThat(broken()).startsWith("table incident: its triggers are not all there and enabled");
    }

    /** Whoever has it run every night must not take a database that is away for a broken chain. */
    @Test
    void whereItCannotEvenBeginItEndsOtherwise() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Truceline.class.getName(),
                        "verify",
                        "--truceline.home=target/verify-nowhere",
                        "--truceline.database.url=postgres://127.0.0.1:1/nowhere")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
    }

    private int exitCode() {
        return new VerifyCommand(verification).run(List.of());
    }

    private String broken() throws SQLException {
        Optional<BrokenLink> broken = verification.run().broken();
        assertThat(broken).isPresent();
        return broken.get().toString();
    }

    private void breakIt(String statements, String undoing) {
        undo = String.format(undoing, record);
        behindItsBack(String.format(statements, record));
    }

    private void behindItsBack(String statements) {
        transactions.executeWithoutResult(status -> {
            execute(
                    "ALTER TABLE ceasefire.incident DISABLE TRIGGER zz_kept_update; ALTER TABLE history.incident DISABLE TRIGGER refused");
            execute(statements);
            execute("ALTER TABLE history.incident ENABLE TRIGGER refused");
            if (!statements.contains("DISABLE TRIGGER zz_kept_update")) {
                execute("ALTER TABLE ceasefire.incident ENABLE ALWAYS TRIGGER zz_kept_update");
            }
        });
    }

    private void execute(String statements) {
        jdbc().sql(statements).update();
    }
}
