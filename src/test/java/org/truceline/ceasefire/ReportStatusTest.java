package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.truceline.ServerTest;

/** How far a report has been verified: which status follows on which, whoever edits. */
class ReportStatusTest extends ServerTest {
    @BeforeEach
    void report() {
        jdbc().sql(
                        "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision)"
                                + " VALUES ('status-1', 'Battles', 'A report', 'unknown'), ('status-2', 'Battles', 'Another', 'unknown')")
                .update();
    }

    @AfterEach
    void takeBack() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'status-%'").update();
    }

    private void become(String status) {
        String original = status.equals("duplicate_of") ? "'status-2'" : "NULL";
        jdbc().sql("UPDATE ceasefire.incident SET status = ?, duplicate_of_id = " + original + " WHERE id = 'status-1'")
                .param(status)
                .update();
    }

    private String status() {
        return jdbc().sql("SELECT status FROM ceasefire.incident WHERE id = 'status-1'")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "under_verification,corroborated,verified",
                "under_verification,verified,under_verification,retracted",
                "disputed,under_verification,corroborated,under_verification",
                "retracted,under_verification",
                "duplicate_of,under_verification,disputed"
            })
    void onePathLeadsFromWhatIsReportedToWhatIsSettledAndBackByVerifyingAgain(String path) {
        for (String status : List.of(path.split(",", -1))) {
            become(status);
            become(status);
            assertThat(status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verified",
                "corroborated",
                "under_verification,reported",
                "under_verification,verified,retracted",
                "retracted,verified",
                "disputed,duplicate_of"
            })
    void whatSkipsAStepIsRefusedWithWhatMayFollow(String path) {
        List<String> steps = List.of(path.split(",", -1));
        steps.subList(0, steps.size() - 1).forEach(this::become);
        String before = status();
        String last = steps.get(steps.size() - 1);

        assertThatThrownBy(() -> become(last))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("the status \"" + last + "\" can't follow on \"" + before + "\"")
                .hasMessageContaining("Expected is one of: ");
        assertThat(status()).isEqualTo(before);
    }

    @Test
    void aSightingKeepsToTheSame() {
        String id = jdbc().sql("SELECT id FROM ceasefire.sighting WHERE status = 'reported' ORDER BY id LIMIT 1")
                .query(String.class)
                .single();

        assertThatThrownBy(() -> jdbc().sql("UPDATE ceasefire.sighting SET status = 'verified' WHERE id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("can't follow on \"reported\"");
    }

    /** What a source has verified by itself comes so into the record. */
    @Test
    void aNewReportMayHaveAnyStatus() {
        jdbc().sql("INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, status)"
                        + " VALUES ('status-3', 'Battles', 'A report', 'unknown', 'verified')")
                .update();
        assertThat(jdbc().sql("SELECT count(*) FROM layer.incidents WHERE id = 'status-3' AND status = 'verified'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
