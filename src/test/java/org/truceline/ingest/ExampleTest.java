package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;

/** The example as it stands after the first start. */
class ExampleTest extends ServerTest {
    @Autowired
    private DatasetImport datasets;

    @Test
    void everyRowOfTheChronicleHasItsPlace() {
        assertThat(count("SELECT id FROM layer.incidents WHERE dataset = 'kt-chronicle'"))
                .isEqualTo(56);
        assertThat(count("SELECT id FROM ceasefire.statement WHERE dataset_id = 'kt-chronicle'"))
                .isEqualTo(8);
        assertThat(count("SELECT id FROM ceasefire.agreement_account WHERE dataset_id = 'kt-chronicle'"))
                .isEqualTo(15);
        assertThat(56 + 8 + 15).isEqualTo(79);
        assertThat(count("SELECT id FROM layer.incidents WHERE dataset = 'kt-chronicle' AND geom IS NULL"))
                .isEqualTo(8);
    }

    @Test
    void placesLinesAndTerritoriesAreThere() {
        assertThat(count("SELECT id FROM layer.places WHERE dataset = 'kt-places'"))
                .isEqualTo(41);
        assertThat(ids("SELECT id FROM layer.\"boundary-lines\""))
                .containsExactlyInAnyOrder(
                        "osm-2017-kg-tj",
                        "osm-2017-kg-uz",
                        "osm-2017-tj-uz",
                        "natural-earth-4.1.0-kg-tj",
                        "natural-earth-4.1.0-kg-uz",
                        "natural-earth-4.1.0-tj-uz");
        assertThat(ids("SELECT id FROM layer.territories WHERE kind = 'exclave'"))
                .hasSize(7)
                .contains("osm-2017-vorukh", "osm-2017-chong-qora-qalacha");
        assertThat(count("SELECT id FROM layer.territories WHERE kind = 'country'"))
                .isEqualTo(6);
        assertThat(count("SELECT id FROM layer.\"patrol-zones\" WHERE illustrative"))
                .isEqualTo(4);
    }

    /** Areas are cut at the line: where the polygon misses the line's vertices, slivers remain. */
    @Test
    void linesShareTheirVerticesWithBothCountries() {
        assertThat(count("""
                                SELECT a.id FROM ceasefire.alignment a
                                  JOIN ceasefire.boundary_line l ON l.id = a.boundary_line_id
                                  JOIN ceasefire.territory t ON t.dataset_id = a.dataset_id AND t.kind = 'country'
                                   AND t.party_id IN (l.party_a_id, l.party_b_id)
                                 WHERE ST_CoveredBy(a.geom, ST_Boundary(t.geom))
                                """)).isEqualTo(12);
    }

    @Test
    void theMainLineAndTheRingOfVorukhAreOneAlignment() {
        assertThat(jdbc().sql("SELECT ST_NumGeometries(geom) FROM ceasefire.alignment WHERE id = 'osm-2017-kg-tj'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void twoClocksTellOneInstant() {
        assertThat(jdbc().sql("""
                                SELECT DISTINCT time_start, time_end, event_group FROM layer.incidents
                                 WHERE id IN ('KT-2021-005', 'KT-2021-006')
                                """)
                        .query((rs, row) -> rs.getObject("time_start", java.time.OffsetDateTime.class) + " "
                                + rs.getString("event_group"))
                        .list())
                .containsExactly("2021-04-29T08:05Z g-golovnoy-29");
    }

    @Test
    void accountsOfOneAgreementAreTied() {
        assertThat(ids("SELECT id FROM ceasefire.agreement_account WHERE agreement_id = 'kt-ceasefire-2021-04-29'"))
                .containsExactlyInAnyOrder("KT-2021-022", "KT-2021-023", "KT-2021-024");
        assertThat(ids("SELECT event_group FROM layer.agreements WHERE id = 'kt-ceasefire-2021-04-29'"))
                .containsExactly("g-ceasefire-1");
        assertThat(ids("SELECT id FROM layer.incidents WHERE event_group = 'g-2022-01-27'"))
                .containsExactlyInAnyOrder("KT-2022-002", "KT-2022-003", "KT-2022-021");
        assertThat(count("SELECT id FROM layer.agreements WHERE dataset = 'kt-agreements'"))
                .isEqualTo(12);
    }

    @Test
    void eachSideIsBoundByBothRules() {
        assertThat(ids("SELECT party || ' ' || equipment_class || ' ' || comparator || ' ' || distance_m"
                        + " FROM layer.\"withdrawal-areas\" WHERE dataset = 'osm-2017'"))
                .containsExactlyInAnyOrder(
                        "KG heavy_equipment >= 10000",
                        "TJ heavy_equipment >= 10000",
                        "KG border_post >= 3000",
                        "TJ border_post >= 3000");
    }

    @Test
    void unknownCasualtiesAreNotZero() {
        // KT-2021-007 tells nothing; KT-2020-001 tells of none.
        assertThat(count("SELECT 1 FROM ceasefire.incident_casualty WHERE incident_id = 'KT-2021-007'"))
                .isZero();
        assertThat(count("SELECT 1 FROM layer.incidents WHERE id = 'KT-2021-007' AND casualties IS NULL"
                        + " AND casualties_as_reported IS NULL"))
                .isEqualTo(1);
        assertThat(
                        ids(
                                "SELECT effect || ' ' || best FROM ceasefire.incident_casualty WHERE incident_id = 'KT-2020-001'"))
                .containsExactlyInAnyOrder("killed 0", "injured 0");
    }

    @Test
    void runningTotalsAreNoCasualtiesOfAnIncident() {
        assertThat(count("SELECT 1 FROM ceasefire.incident_casualty WHERE incident_id = 'KT-2021-029'"))
                .isZero();
        assertThat(ids("SELECT id || ' ' || killed_best || ' ' || injured_low FROM ceasefire.casualty_statement"
                        + " WHERE reported_in = 'KT-2021-029'"))
                .containsExactlyInAnyOrder("KT-2021-029-kg 13 134", "KT-2021-029-tj 7 150");
    }

    @Test
    void whoBlamesWhomIsTold() {
        assertThat(ids("SELECT reported_by || ': ' || attributed_to FROM layer.incidents WHERE id LIKE 'KT-2021-00_'"
                        + " AND event_group = 'g-golovnoy-29'"))
                .containsExactlyInAnyOrder("TJ: KG (says TJ)", "KG: not known (says KG)");
    }

    @Test
    void sightingsNameTheReportThatTellsOfThem() {
        assertThat(count("SELECT id FROM layer.sightings WHERE dataset = 'kt-chronicle'"))
                .isEqualTo(21);
        assertThat(ids("SELECT reported_in FROM layer.sightings"
                        + " EXCEPT SELECT id FROM ceasefire.incident EXCEPT SELECT id FROM ceasefire.statement"))
                .isEmpty();
        assertThat(ids("SELECT id || ' ' || position_kind FROM layer.sightings WHERE geom IS NULL"))
                .containsExactlyInAnyOrder(
                        "KT-2021-034-s1 not_known",
                        "KT-2021-043-s1 not_known",
                        "KT-2022-013-s1 not_known",
                        "KT-2022-014-s1 not_known");
        assertThat(ids("SELECT equipment_class || ' ' || coalesce(side, 'side not known') || ' ' || observed_count"
                        + " FROM layer.sightings WHERE id = 'KT-2021-040-s1'"))
                .containsExactly("armoured_vehicle side not known 1");
    }

    @Test
    void layersCarryTheLicencesOfTheirSources() {
        String comment = jdbc().sql("SELECT obj_description('layer.\"boundary-lines\"'::regclass, 'pg_class')")
                .query(String.class)
                .single();
        assertThat(comment)
                .startsWith("Boundary lines\n")
                .contains("\n@license https://opendatacommons.org/licenses/odbl/1-0/ Open Database License 1.0\n")
                .contains("\n@attribution © OpenStreetMap contributors");
    }

    @Test
    void loadingAgainChangesNothingAndKeepsEdits() {
        jdbc().sql("UPDATE ceasefire.place SET admin_note = 'edited' WHERE id = 'batken'")
                .update();
        List<Map<String, Object>> before = contents();
        ImportReport report = datasets.run(DatasetFolder.at(Path.of("gis/data/kyrgyz-tajik")));
        assertThat(report.hasRejections()).isFalse();
        assertThat(report.files()).allSatisfy(file -> {
            assertThat(file.loaded()).isZero();
            assertThat(file.alreadyThere()).isEqualTo(file.read());
        });
        assertThat(contents()).isEqualTo(before);
    }

    /** Every row of every table that an import writes, as a hash of its text; what is computed of them goes on meanwhile. */
    private List<Map<String, Object>> contents() {
        return jdbc().sql("""
                        SELECT table_name, (xpath('//h/text()', query_to_xml(format(
                                   'SELECT md5(string_agg(t::text, E''\\n'' ORDER BY t::text)) AS h FROM ceasefire.%I t', table_name),
                                   false, true, '')))[1]::text AS hash
                          FROM information_schema.tables
                         WHERE table_schema = 'ceasefire' AND table_type = 'BASE TABLE'
                           AND table_name NOT LIKE 'withdrawal_area%'
                           AND table_name NOT IN ('sighting_finding', 'finding_lease', 'compliance_verdict', 'incident_line')
                         ORDER BY table_name
                        """).query().listOfRows();
    }

    private int count(String query) {
        return jdbc().sql(query).query().listOfRows().size();
    }

    private List<String> ids(String query) {
        return jdbc().sql(query).query(String.class).list();
    }
}
