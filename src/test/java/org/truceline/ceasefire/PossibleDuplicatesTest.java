package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pairs of reports that may tell of one event, as the layer proposes them. */
class PossibleDuplicatesTest extends ServerTest {
    private static final String PAIRS =
            "SELECT id FROM layer.\"possible-duplicates\" WHERE id LIKE 'double-%' ORDER BY id";

    @AfterEach
    void takeBack() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id LIKE 'double-%'").update();
    }

    private void report(String id, String time, double longitude, double latitude, String uncertainty) {
        jdbc().sql(
                        "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point,"
                                + " uncertainty_m) VALUES (?, 'Riots', 'A report', 'minute', ?::timestamptz, ?::timestamptz,"
                                + " ST_Point(?, ?, 4326), nullif(?, '')::float8)")
                .params("double-" + id, time, time, longitude, latitude, uncertainty)
                .update();
    }

    private List<String> pairs() {
        return jdbc().sql(PAIRS).query(String.class).list();
    }

    private void edit(String sql) {
        jdbc().sql(sql).update();
    }

    private void twoReports() {
        report("a", "1999-05-01 10:00Z", 40, 10, "100");
        report("b", "1999-05-02 09:00Z", 40, 10.03, "");
    }

    @Test
    void aPairIsServedWithHowFarApartTheTwoAre() throws Exception {
        twoReports();
        String id = "double-a~double-b";
        JsonNode pair = JsonMapper.shared()
                .readTree(get("/collections/possible-duplicates/items/" + id).body());

        assertThat(pair.at("/properties/incident").asString()).isEqualTo("double-a");
        assertThat(pair.at("/properties/other_incident").asString()).isEqualTo("double-b");
        // 0.03° of a meridian at 10° north, by GeographicLib: 3318.0 m.
        assertThat(pair.at("/properties/distance_m").asDouble()).isEqualTo(3318);
        assertThat(pair.at("/properties/hours_apart").asDouble()).isEqualTo(23);
        assertThat(pair.at("/properties/uncertainty_m").isNull())
                .as("one's is not known")
                .isTrue();
        assertThat(pair.at("/geometry/coordinates").toString()).isEqualTo("[[40.0,10.0],[40.0,10.03]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 hours apart | UPDATE ceasefire.incident SET time_start = time_start - interval '2 h', time_end = time_start - interval '2 h' WHERE id = 'double-a'",
                "6.6 km apart, with 100 m of doubt | UPDATE ceasefire.incident SET point = ST_Point(40, 10.06, 4326) WHERE id = 'double-b'",
                "of another type | UPDATE ceasefire.incident SET event_type = 'Battles' WHERE id = 'double-b'",
                "two accounts by decision | UPDATE ceasefire.incident SET event_group = 'double-group' WHERE id LIKE 'double-%'",
                "taken back | UPDATE ceasefire.incident SET status = 'retracted' WHERE id = 'double-a'",
                "known to repeat it | UPDATE ceasefire.incident SET status = 'duplicate_of', duplicate_of_id = 'double-a' WHERE id = 'double-b'",
                "replaced by it | UPDATE ceasefire.incident SET supersedes_id = 'double-a' WHERE id = 'double-b'",
                "separate by decision | INSERT INTO ceasefire.separate_event VALUES ('double-b', 'double-a', 'Two villages')",
                "hidden | UPDATE ceasefire.incident SET sensitivity = 'restricted' WHERE id = 'double-a'",
                "under embargo | UPDATE ceasefire.incident SET embargo_until = now() + interval '1 day' WHERE id = 'double-a'",
                "nowhere | UPDATE ceasefire.incident SET point = NULL, uncertainty_m = NULL WHERE id = 'double-a'",
                "of some month | UPDATE ceasefire.incident SET time_precision = 'month' WHERE id = 'double-a'"
            })
    void noPairAreReports(String what, String edit) {
        twoReports();
        assertThat(pairs()).containsExactly("double-a~double-b");
        edit(edit);
        assertThat(pairs()).as(what).isEmpty();
    }

    @Test
    void whatIsUncertainMayBeNearer() {
        report("a", "1999-05-01 10:00Z", 40, 10, "20000");
        report("b", "1999-05-01 10:00Z", 40, 10.25, "3000");
        report("c", "1999-05-01 10:00Z", 40, 10.26, "3000");
        // 27.6 km and 28.8 km from the first, where 28 km are near.
        assertThat(pairs()).containsExactly("double-a~double-b", "double-b~double-c");
    }

    /** The boxes by which the index finds them leave none out: each pair is looked at, one by one. */
    @Test
    void noneIsLeftOut() {
        edit("""
                INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point, uncertainty_m)
                SELECT 'double-' || g, 'Riots', 'A report', 'minute', at, at,
                       ST_Point(round((CASE g % 3 WHEN 0 THEN 20 WHEN 1 THEN 60.5 ELSE 99.7 END + g * 7 % 40 / 100.0)::numeric, 2),
                                CASE g % 4 WHEN 0 THEN 89.9 WHEN 1 THEN -70 ELSE 0 END + g * 11 % 10 / 100.0, 4326),
                       nullif(g * 13 % 5, 0) * 1500
                  FROM generate_series(1, 400) AS g
                 CROSS JOIN LATERAL (SELECT timestamptz '1999-05-01' + g * 17 % 90 * interval '1 h' AS at) AS t""");
        List<String> expected = jdbc().sql("""
                        SELECT a.id || '~' || b.id
                          FROM ceasefire.incident a JOIN ceasefire.incident b ON a.id < b.id
                         WHERE a.id LIKE 'double-%' AND b.id LIKE 'double-%'
                           AND abs(extract(epoch FROM a.time_start - b.time_start)) <= 86400
                           AND ST_Distance(a.point::geography, b.point::geography)
                               <= 5000 + coalesce(a.uncertainty_m, 0) + coalesce(b.uncertainty_m, 0)
                         ORDER BY 1""").query(String.class).list();

        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(pairs()).isEqualTo(expected);
    }
}
