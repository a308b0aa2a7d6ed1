package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.truceline.ServerTest;

/** Two servers on one database hold sightings against rules, zone by zone; this one's worker has a pause. */
class SharedComplianceTest extends ServerTest {
    private static final UUID OTHER = UUID.randomUUID();

    @Autowired
    private FindingStore findings;

    @Autowired
    private VerdictStore verdicts;

    @Autowired
    @Qualifier("complianceWorker")
    private BackgroundWorker worker;

    @Autowired
    @Qualifier("areaWorker")
    private BackgroundWorker areas;

    private ComplianceWork work;

    @BeforeEach
    void pause() {
        worker.stop();
        areas.stop();
        work = new ComplianceWork(findings, verdicts);
    }

    @AfterEach
    void goOn() {
        jdbc().sql("DELETE FROM ceasefire.finding_lease").update();
        areas.start();
        worker.start();
    }

    @Test
    void aZoneThatOneServerIsAtIsPassedOverByTheOther() {
        workOff();
        moveTerms();
        List<AreaKey> due = findings.listDueZones();
        assertThat(due).hasSizeGreaterThan(1);
        AreaKey taken = due.get(0);
        assertThat(findings.lease(taken, OTHER)).isTrue();
        workOff();
        assertThat(findings.listDueZones()).containsExactly(taken);
    }

    @Test
    void aZoneWhoseServerDiedIsFreeWhenItsLeaseIsOver() {
        workOff();
        moveTerms();
        AreaKey taken = findings.listDueZones().get(0);
        assertThat(findings.lease(taken, OTHER)).isTrue();
        assertThat(findings.lease(taken, OTHER)).as("for longer").isTrue();
        assertThat(findings.lease(taken, UUID.randomUUID())).isFalse();
        jdbc().sql("UPDATE ceasefire.finding_lease SET leased_until = now() - interval '1 s'")
                .update();
        workOff();
        assertThat(findings.listDueZones()).isEmpty();
        assertThat(verdicts.listDueRules()).isEmpty();
        assertThat(jdbc().sql("SELECT count(*) FROM ceasefire.finding_lease")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void healthTellsWhatWaits() throws Exception {
        workOff();
        assertThat(get("/actuator/health").body()).contains("\"compliance\":").doesNotContain("\"pending\":");
        moveTerms();
        assertThat(get("/actuator/health").body()).containsPattern("\"compliance\":\\{[^}]*\\{[^}]*\"stale\":[1-9]");
    }

    private void workOff() {
        boolean more = true;
        while (more) {
            more = work.work(() -> true);
        }
    }

    /** So that the example's sightings are to be held against their rules again. */
    private void moveTerms() {
        jdbc().sql("UPDATE ceasefire.withdrawal_rule SET terms_version = nextval('ceasefire.input_version')")
                .update();
    }
}
