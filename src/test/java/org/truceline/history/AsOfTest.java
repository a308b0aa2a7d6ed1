package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;

/** Layers as they were known at a past moment, in the database. */
class AsOfTest extends ServerTest {
    private static final List<String> EDITS = List.of(
            "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point)"
                    + " VALUES ('ao-1', 'Battles', 'One', 'day', '2021-04-29', '2021-04-30', 'SRID=4326;POINT(70.55 39.9)'),"
                    + " ('ao-2', 'Riots', 'Two', 'unknown', NULL, NULL, NULL)",
            "INSERT INTO ceasefire.incident_source (incident_id, ordinal, party_id) VALUES ('ao-1', 1, 'KG'), ('ao-2', 1, 'TJ')",
            "UPDATE ceasefire.incident SET summary = 'One, corrected', point = 'SRID=4326;POINT(70.6 39.95)' WHERE id = 'ao-1'",
            "UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'ao-2'",
            "INSERT INTO ceasefire.patrol_zone (id, name, patrol_type, form, illustrative, geom) VALUES ('ao-z', 'Zone', 'joint', 'polygon', true,"
                    + " ST_Multi(ST_MakeEnvelope(70.5, 39.8, 70.7, 40, 4326)))",
            "UPDATE ceasefire.incident SET sensitivity = 'public', area = ST_Multi(ST_MakeEnvelope(70.5, 39.9, 70.6, 40, 4326)) WHERE id = 'ao-2'",
            "UPDATE ceasefire.place SET name = name || ' (renamed)' WHERE id = 'vorukh'",
            "UPDATE ceasefire.patrol_zone SET geom = ST_Translate(geom, 5, 0) WHERE id = 'ao-z'",
            "DELETE FROM ceasefire.incident WHERE id = 'ao-2'",
            "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision) VALUES ('ao-2', 'Battles', 'Again', 'unknown');"
                    + " UPDATE ceasefire.place SET name = replace(name, ' (renamed)', '') WHERE id = 'vorukh'");

    @Autowired
    private TransactionTemplate transactions;

    /** What is computed of the example in the background changes layers too. */
    @BeforeEach
    void awaitAreas() {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!jdbc().sql("SELECT EXISTS (SELECT FROM ceasefire.dataset WHERE id = 'kyrgyz-tajik') AND NOT EXISTS"
                        + " (SELECT FROM ceasefire.withdrawal_area_state WHERE status IN ('pending', 'stale'))")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("areas are still computed").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'ao-%'").update();
        jdbc().sql("DELETE FROM ceasefire.patrol_zone WHERE id LIKE 'ao-%'").update();
        jdbc().sql("UPDATE ceasefire.place SET name = replace(name, ' (renamed)', '') WHERE id = 'vorukh'")
                .update();
    }

    @Test
    void tenPastMomentsEqualWhatWasSeenThen() {
        Map<String, Map<String, List<String>>> seen = new LinkedHashMap<>();
        for (String edit : EDITS) {
            jdbc().sql(edit).update();
            seen.put(moment(), rows("layer"));
        }
        assertThat(seen).hasSize(10);
        assertThat(seen.values().stream().distinct()).hasSize(10);
        for (Map.Entry<String, Map<String, List<String>>> then : seen.entrySet()) {
            Map<String, List<String>> found = asOf(then.getKey());
            then.getValue()
                    .forEach((layer, rows) -> assertThat(found.get(layer))
                            .as(layer + " as of " + then.getKey())
                            .isEqualTo(rows));
        }
    }

    /** Without a moment, the past is the present. */
    @Test
    void withoutAMomentTheLastVersionsAreThePresent() {
        assertThat(rows("layer_as_of")).isEqualTo(rows("layer"));
    }

    @Test
    void whatWasDatedBackIsThereFromThenOnAndTheLastVersionHolds() {
        transactions.executeWithoutResult(status -> {
            jdbc().sql("SET LOCAL truceline.known_from = '2021-05-01T00:00Z'").update();
            jdbc().sql(EDITS.get(0)).update();
        });
        transactions.executeWithoutResult(status -> {
            jdbc().sql("SET LOCAL truceline.known_from = '2021-06-01T00:00Z'").update();
            jdbc().sql("UPDATE ceasefire.incident SET summary = 'June' WHERE id = 'ao-1'")
                    .update();
        });
        transactions.executeWithoutResult(status -> {
            jdbc().sql("SET LOCAL truceline.known_from = '2021-05-15T00:00Z'").update();
            jdbc().sql("UPDATE ceasefire.incident SET summary = 'May' WHERE id = 'ao-1'")
                    .update();
        });
        assertThat(summary("2021-04-30T00:00Z")).isEmpty();
        assertThat(summary("2021-05-10T00:00Z")).containsExactly("One");
        assertThat(summary("2021-05-20T00:00Z")).containsExactly("May");
        assertThat(summary("2021-07-01T00:00Z")).containsExactly("May");
    }

    /** A migration that changes a layer has to make its sister anew. */
    @Test
    void eachSisterIsDefinedAsItWouldBeMadeNow() {
        transactions.executeWithoutResult(status -> {
            List<String> made = definitions();
            jdbc().sql("SELECT history.make_past()").query().listOfRows();
            assertThat(definitions()).isEqualTo(made);
            status.setRollbackOnly();
        });
    }

    private List<String> definitions() {
        return jdbc().sql(
                        "SELECT c.oid::regclass || ': ' || pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname IN ('as_of', 'layer_as_of') ORDER BY 1")
                .query(String.class)
                .list();
    }

    private List<String> summary(String moment) {
        return transactions.execute(status -> {
            setMoment(moment);
            return jdbc().sql("SELECT summary FROM layer_as_of.incidents WHERE id = 'ao-1'")
                    .query(String.class)
                    .list();
        });
    }

    private Map<String, List<String>> asOf(String moment) {
        return transactions.execute(status -> {
            setMoment(moment);
            return rows("layer_as_of");
        });
    }

    private void setMoment(String moment) {
        jdbc().sql("SELECT set_config('truceline.as_of', ?, true)")
                .param(moment)
                .query()
                .singleRow();
    }

    private String moment() {
        return jdbc().sql("SELECT recorded::text FROM history.chain_head")
                .query(String.class)
                .single();
    }

    /** All rows of the layers of the domain that edits of these tables can change. */
    private Map<String, List<String>> rows(String schema) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String layer : List.of(
                "incidents",
                "incident-areas",
                "sightings",
                "sighting-areas",
                "patrol-zones",
                "boundary-lines",
                "territories",
                "places",
                "agreements",
                "statements",
                "casualty-statements")) {
            rows.put(
                    layer,
                    jdbc().sql("SELECT l::text FROM " + schema + ".\"" + layer + "\" l ORDER BY id")
                            .query(String.class)
                            .list());
        }
        return rows;
    }
}
