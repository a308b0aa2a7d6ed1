package org.truceline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten edits after each of which layers show something else. */
final class PastEdits {
    static final List<String> ALL = List.of(
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

    private PastEdits() {}

    /** What is computed of the example in the background changes layers too. */
    static void awaitAreas(JdbcClient jdbc) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!jdbc.sql("SELECT EXISTS (SELECT FROM ceasefire.dataset WHERE id = 'kyrgyz-tajik') AND NOT EXISTS"
                        + " (SELECT FROM ceasefire.withdrawal_area_state WHERE status IN ('pending', 'stale'))")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("areas are still computed").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    static void forget(JdbcClient jdbc) {
        jdbc.sql("DELETE FROM ceasefire.incident WHERE id LIKE 'ao-%'").update();
        jdbc.sql("DELETE FROM ceasefire.patrol_zone WHERE id LIKE 'ao-%'").update();
        jdbc.sql("UPDATE ceasefire.place SET name = replace(name, ' (renamed)', '') WHERE id = 'vorukh'")
                .update();
    }

    /** That of the last act: what is seen now is known as of then. */
    static String moment(JdbcClient jdbc) {
        return jdbc.sql(
                        "SELECT to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM history.chain_head")
                .query(String.class)
                .single();
    }
}
