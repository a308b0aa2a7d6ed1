package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Layers as they were known at a past moment, in the database. */
class AsOfTest extends ServerTest {
    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void awaitAreas() {
        PastEdits.awaitAreas(jdbc());
    }

    @AfterEach
    void forget() {
        PastEdits.forget(jdbc());
    }

    @Test
    void tenPastMomentsEqualWhatWasSeenThen() {
        Map<String, Map<String, List<String>>> seen = new LinkedHashMap<>();
        for (String edit : PastEdits.ALL) {
            jdbc().sql(edit).update();
            seen.put(PastEdits.moment(jdbc()), rows("layer"));
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
            jdbc().sql(PastEdits.ALL.get(0)).update();
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

    /** The blocks that are looked at tell what a question costs, on whatever machine. */
    @Test
    void recordsPastCostsTheSameHoweverManyVersionsOthersHave() {
        jdbc().sql(PastEdits.ALL.get(0)).update();
        String moment = PastEdits.moment(jdbc());
        long before = blocks(moment);
        jdbc().sql("INSERT INTO ceasefire.incident (id, event_type, summary, time_precision)"
                        + " SELECT 'ao-many-' || n, 'Battles', 'Many', 'unknown' FROM generate_series(1, 2000) AS n")
                .update();
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'ao-many-%'").update();
        assertThat(blocks(moment)).isLessThan(2 * before);
    }

    private long blocks(String moment) {
        return transactions.execute(status -> {
            setMoment(moment);
            JsonNode plan = JsonMapper.shared()
                    .readTree(jdbc().sql("EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT json)"
                                    + " SELECT l FROM layer_as_of.incidents l WHERE id = 'ao-1'")
                            .query(String.class)
                            .single())
                    .at("/0/Plan");
            return plan.get("Shared Hit Blocks").asLong()
                    + plan.get("Shared Read Blocks").asLong();
        });
    }

    @Test
    void whatIsWithheldNowIsWithheldInThePastToo() {
        jdbc().sql(PastEdits.ALL.get(0)).update();
        String whilePublic = PastEdits.moment(jdbc());
        assertThat(summary(whilePublic)).containsExactly("One");
        jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'ao-1'")
                .update();
        assertThat(summary(whilePublic)).isEmpty();
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 'ao-1'").update();
        assertThat(summary(whilePublic)).isEmpty();
        jdbc().sql(PastEdits.ALL.get(0).replace(", ('ao-2', 'Riots', 'Two', 'unknown', NULL, NULL, NULL)", ""))
                .update();
        jdbc().sql("UPDATE ceasefire.incident SET embargo_until = now() + interval '1 hour' WHERE id = 'ao-1'")
                .update();
        assertThat(summary(whilePublic)).isEmpty();
        jdbc().sql("UPDATE ceasefire.incident SET embargo_until = NULL WHERE id = 'ao-1'")
                .update();
        assertThat(summary(whilePublic)).containsExactly("One");
    }

    /** Also one that had other keys meanwhile, and one that was deleted under its last key. */
    @Test
    void whatIsWithheldIsWithheldUnderEachKeyThatItHad() {
        jdbc().sql(PastEdits.ALL.get(0)).update();
        String moment = PastEdits.moment(jdbc());
        for (String rename : List.of("'ao-3' WHERE id = 'ao-1'", "'ao-4' WHERE id = 'ao-3'")) {
            jdbc().sql("UPDATE ceasefire.incident SET id = " + rename).update();
        }
        assertThat(summary(moment)).containsExactly("One");
        assertThat(jdbc().sql("SELECT count(*) FROM history.moments('incident', 'ao-1')")
                        .query(Long.class)
                        .single())
                .isPositive();
        jdbc().sql("UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'ao-4'")
                .update();
        assertThat(summary(moment)).isEmpty();
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 'ao-4'").update();
        assertThat(summary(moment)).isEmpty();
        for (String key : List.of("ao-1", "ao-3", "ao-4")) {
            assertThat(jdbc().sql("SELECT moment FROM history.moments('incident', ?)")
                            .param(key)
                            .query()
                            .listOfRows())
                    .as(key)
                    .isEmpty();
        }
        jdbc().sql("DELETE FROM history.renaming WHERE record LIKE 'ao-%'").update();
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
