package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.Property;

/** What incidents add to sums of casualties: what is known, and nobody twice. */
class AddableCasualtiesTest extends ServerTest {
    @Test
    void clustersAddUpWhatTheLayersMark(@Autowired LayerCatalogue catalogue) {
        for (String layer : new String[] {"incidents", "incident-areas"}) {
            assertThat(catalogue.findLayer(layer).orElseThrow().sums())
                    .extracting(Property::name)
                    .containsExactly("killed_best", "injured_best");
        }
    }

    @Test
    void whatIsNotKnownOrMayBeToldTwiceIsNotAdded(@Autowired TransactionTemplate transactions) {
        Map<String, Optional<Long>> killed = new TreeMap<>();
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            tellIncidents();
            jdbc().sql("SELECT id, killed_best FROM layer.incidents WHERE id LIKE 'sum-%'")
                    .query(row -> {
                        long number = row.getLong(2);
                        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(number);
                        killed.put(row.getString(1).substring(4), known);
                    });
        });

        assertThat(killed)
                .containsEntry("plain", Optional.of(5L))
                .containsEntry("none", Optional.of(0L))
                .containsEntry("silent", Optional.empty())
                .containsEntry("partly-known", Optional.empty())
                .as("two accounts of the same people")
                .containsEntry("account-a", Optional.empty())
                .containsEntry("account-b", Optional.empty())
                .as("each side's account of its own people")
                .containsEntry("own-a", Optional.of(3L))
                .containsEntry("own-b", Optional.of(2L))
                .as("an account of the same event that is not public")
                .containsEntry("beside-hidden", Optional.of(4L))
                .as("an account that was taken back, and the one beside it")
                .containsEntry("retracted", Optional.empty())
                .containsEntry("beside-retracted", Optional.of(6L))
                .as("a report and the one that replaces it")
                .containsEntry("replaced", Optional.empty())
                .containsEntry("replacing", Optional.of(8L));
    }

    private void tellIncidents() {
        jdbc().sql(
                        "INSERT INTO ceasefire.party (id, name, kind) VALUES ('sum-x', 'X', 'state'), ('sum-y', 'Y', 'state')")
                .update();
        jdbc().sql("""
                INSERT INTO ceasefire.incident (id, event_group, event_type, summary, time_precision, status, supersedes_id,
                                                correction_reason, sensitivity)
                SELECT 'sum-' || id, event_group, 'Battles', 'A report', 'unknown', status, 'sum-' || supersedes, reason,
                       sensitivity
                  FROM (VALUES ('plain', NULL, 'reported', NULL, NULL, 'public'),
                               ('none', NULL, 'reported', NULL, NULL, 'public'),
                               ('silent', NULL, 'reported', NULL, NULL, 'public'),
                               ('partly-known', NULL, 'reported', NULL, NULL, 'public'),
                               ('account-a', 'sum-1', 'reported', NULL, NULL, 'public'),
                               ('account-b', 'sum-1', 'reported', NULL, NULL, 'public'),
                               ('own-a', 'sum-2', 'reported', NULL, NULL, 'public'),
                               ('own-b', 'sum-2', 'reported', NULL, NULL, 'public'),
                               ('hidden', 'sum-3', 'reported', NULL, NULL, 'restricted'),
                               ('beside-hidden', 'sum-3', 'reported', NULL, NULL, 'public'),
                               ('retracted', 'sum-4', 'retracted', NULL, NULL, 'public'),
                               ('beside-retracted', 'sum-4', 'reported', NULL, NULL, 'public'),
                               ('replaced', NULL, 'reported', NULL, NULL, 'public'),
                               ('replacing', NULL, 'reported', 'replaced', 'counted anew', 'public'))
                       AS told (id, event_group, status, supersedes, reason, sensitivity)""").update();
        jdbc().sql("""
                INSERT INTO ceasefire.incident_casualty (incident_id, effect, party_id, people, low, best)
                VALUES ('sum-plain', 'killed', 'sum-x', 'forces', NULL, 3), ('sum-plain', 'killed', 'sum-y', 'forces', NULL, 2),
                       ('sum-none', 'killed', NULL, 'unknown', NULL, 0),
                       ('sum-silent', 'injured', 'sum-x', 'forces', NULL, 9),
                       ('sum-partly-known', 'killed', 'sum-x', 'forces', NULL, 1),
                       ('sum-partly-known', 'killed', 'sum-y', 'forces', 1, NULL),
                       ('sum-account-a', 'killed', 'sum-x', 'forces', NULL, 7),
                       ('sum-account-b', 'killed', NULL, 'unknown', NULL, 1),
                       ('sum-own-a', 'killed', 'sum-x', 'forces', NULL, 3), ('sum-own-b', 'killed', 'sum-y', 'forces', NULL, 2),
                       ('sum-hidden', 'killed', NULL, 'unknown', NULL, 4), ('sum-beside-hidden', 'killed', NULL, 'unknown', NULL, 4),
                       ('sum-retracted', 'killed', 'sum-x', 'forces', NULL, 6),
                       ('sum-beside-retracted', 'killed', 'sum-x', 'forces', NULL, 6),
                       ('sum-replaced', 'killed', 'sum-x', 'forces', NULL, 7),
                       ('sum-replacing', 'killed', 'sum-x', 'forces', NULL, 8)""").update();
    }
}
