package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.truceline.ServerTest;

/** The database keeps nonsense out, whoever writes it. */
class ConstraintsTest extends ServerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a slash in an id | UPDATE ceasefire.incident SET id = 'a/b' WHERE id = 'KT-2021-007'",
                "the joint of two ids | UPDATE ceasefire.incident SET id = 'a~b' WHERE id = 'KT-2021-007'",
                "an unknown event type | UPDATE ceasefire.incident SET event_type = 'War' WHERE id = 'KT-2021-007'",
                "a sub-event type of another type | UPDATE ceasefire.incident SET sub_event_type = 'Grenade' WHERE id = 'KT-2021-007'",
                "an end before the start | UPDATE ceasefire.incident SET time_end = time_start - interval '1 s' WHERE id = 'KT-2021-007'",
                "an endless time | UPDATE ceasefire.incident SET time_end = 'infinity' WHERE id = 'KT-2021-007'",
                "precise and unknown | UPDATE ceasefire.incident SET time_start = NULL, time_end = NULL WHERE id = 'KT-2021-007'",
                "a point beyond the pole | UPDATE ceasefire.incident SET point = ST_SetSRID(ST_MakePoint(70, 91), 4326) WHERE id = 'KT-2021-007'",
                "an empty point | UPDATE ceasefire.incident SET point = 'SRID=4326;POINT EMPTY' WHERE id = 'KT-2021-007'",
                "another SRID | UPDATE ceasefire.incident SET point = 'SRID=3857;POINT (70 40)' WHERE id = 'KT-2021-007'",
                "a bow tie | UPDATE ceasefire.incident SET point = NULL, area = 'SRID=4326;MULTIPOLYGON (((0 0, 2 2, 2 0, 0 2, 0 0)))' WHERE id = 'KT-2021-007'",
                "point and area | UPDATE ceasefire.incident SET area = 'SRID=4326;MULTIPOLYGON (((0 0, 2 2, 2 0, 0 0)))' WHERE id = 'KT-2021-007'",
                "uncertainty of nothing | UPDATE ceasefire.incident SET point = NULL WHERE id = 'KT-2021-007'",
                "an actor against itself | UPDATE ceasefire.incident SET actor_1_id = 'KG', actor_2_id = 'KG' WHERE id = 'KT-2021-007'",
                "a duplicate of nothing | UPDATE ceasefire.incident SET status = 'duplicate_of' WHERE id = 'KT-2021-007'",
                "a duplicate of itself | UPDATE ceasefire.incident SET status = 'duplicate_of', duplicate_of_id = id WHERE id = 'KT-2021-007'",
                "an offset of a day | UPDATE ceasefire.incident SET utc_offset = '+24:00' WHERE id = 'KT-2021-007'",
                "a blank summary | UPDATE ceasefire.incident SET summary = '  ' WHERE id = 'KT-2021-007'",
                "a script for a link | UPDATE ceasefire.incident_source SET url = 'javascript:alert(1)' WHERE incident_id = 'KT-2021-007'",
                "a source rated G | UPDATE ceasefire.incident_source SET reliability = 'G' WHERE incident_id = 'KT-2021-007'",
                "fewer than none | UPDATE ceasefire.incident_casualty SET low = -1 WHERE incident_id = 'KT-2020-005'",
                "more at least than at most | UPDATE ceasefire.incident_casualty SET low = 5, best = NULL, high = 4 WHERE incident_id = 'KT-2020-005'",
                "a casualty of nothing known | UPDATE ceasefire.incident_casualty SET low = NULL, best = NULL, high = NULL WHERE incident_id = 'KT-2020-005'",
                "a rule without distance | UPDATE ceasefire.withdrawal_rule SET distance_m = 0 WHERE id = 'kt-heavy-10km-kg'",
                "a rule for one who agreed nothing | UPDATE ceasefire.withdrawal_rule SET party_id = 'UZ' WHERE id = 'kt-heavy-10km-kg'",
                "a comparator that is none | UPDATE ceasefire.withdrawal_rule SET comparator = '<' WHERE id = 'kt-heavy-10km-kg'",
                "an exclave without host | UPDATE ceasefire.territory SET host_party_id = NULL WHERE id = 'osm-2017-vorukh'",
                "a line with itself | UPDATE ceasefire.boundary_line SET party_b_id = 'KG' WHERE id = 'kg-tj'",
                "a corridor without width | UPDATE ceasefire.patrol_zone SET width_m = NULL WHERE id = 'kt-joint-kyzyl-bel'",
                "an agreement that ends before it begins | UPDATE ceasefire.agreement SET in_force_to = '2021-04-28' WHERE id = 'kt-ceasefire-2021-04-29'",
                "a sighting of none | UPDATE ceasefire.sighting SET observed_count = 0 WHERE id = 'KT-2021-012-s1'",
                "a count said to be nothing | UPDATE ceasefire.sighting SET count_qualifier = NULL WHERE id = 'KT-2021-012-s1'",
                "seen at a point and in an area | UPDATE ceasefire.sighting SET area = 'SRID=4326;MULTIPOLYGON (((0 0, 2 2, 2 0, 0 0)))' WHERE id = 'KT-2021-012-s1'",
                "a bearing from nowhere | UPDATE ceasefire.sighting SET point = NULL, uncertainty_m = NULL, bearing_deg = 1, bearing_error_deg = 1, range_to_m = 1 WHERE id = 'KT-2021-012-s1'",
                "a range that ends before it begins | UPDATE ceasefire.sighting SET point = NULL, uncertainty_m = NULL, observer_point = 'SRID=4326;POINT (70 40)', bearing_deg = 1, bearing_error_deg = 1, range_from_m = 2, range_to_m = 1 WHERE id = 'KT-2021-012-s1'",
                "a sector around a pole | UPDATE ceasefire.sighting SET point = NULL, uncertainty_m = NULL, observer_point = 'SRID=4326;POINT (70 89.99)', bearing_deg = 1, bearing_error_deg = 1, range_to_m = 5000 WHERE id = 'KT-2021-012-s1'",
                "a sighting that repeats itself | UPDATE ceasefire.sighting SET status = 'duplicate_of', duplicate_of_id = id WHERE id = 'KT-2021-012-s1'",
                "an unknown provision | UPDATE ceasefire.agreement SET provisions = '{peace}' WHERE id = 'kt-ceasefire-2021-04-29'",
            })
    void refuses(String what, String statement) {
        assertThatThrownBy(() -> jdbc().sql(statement).update())
                .as(what)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void everyTableLayerAndColumnIsDescribed() {
        assertThat(jdbc().sql("""
                                        SELECT c.oid::regclass || coalesce('.' || a.attname, '')
                                          FROM pg_class c
                                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                         WHERE c.relnamespace IN ('ceasefire'::regnamespace, 'layer'::regnamespace)
                                           AND c.relkind IN ('r', 'v')
                                           AND (c.relnamespace = 'ceasefire'::regnamespace OR c.relkind = 'v' AND c.relname IN (
                                                SELECT layer_name FROM ceasefire.layer_dataset))
                                           AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
                                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void anIncidentUnderEmbargoIsNotServed() {
        try {
            jdbc().sql("UPDATE ceasefire.incident SET embargo_until = now() + interval '1 h' WHERE id = 'KT-2021-008'")
                    .update();
            assertThat(servedIncidents("KT-2021-008")).isZero();
            jdbc().sql(
                            "UPDATE ceasefire.incident SET embargo_until = now(), sensitivity = 'parties' WHERE id = 'KT-2021-008'")
                    .update();
            assertThat(servedIncidents("KT-2021-008")).isZero();
        } finally {
            jdbc().sql(
                            "UPDATE ceasefire.incident SET embargo_until = NULL, sensitivity = 'public' WHERE id = 'KT-2021-008'")
                    .update();
        }
        assertThat(servedIncidents("KT-2021-008")).isEqualTo(1);
    }

    private int servedIncidents(String id) {
        return jdbc().sql("SELECT count(*) FROM layer.incidents WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
