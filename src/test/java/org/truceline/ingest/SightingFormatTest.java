package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SightingFormatTest {
    private static final List<String> GIVEN = List.of(
            "id",
            "T-1",
            "equipment_class",
            "tank",
            "summary",
            "Two tanks",
            "reported_by",
            "KG;TJ",
            "local_date",
            "2022-10-01",
            "utc_offset",
            "+06:00",
            "time_precision",
            "day");

    @Test
    void aPointKeepsItsUncertaintyAndEachReporterIsASource() {
        Entry entry =
                read("lon", "70.5", "lat", "39.9", "uncertainty_m", "250", "count", "2", "count_qualifier", "about");
        Map<String, Object> columns = main(entry);
        assertThat(columns.get("point")).isInstanceOf(Point.class).asString().isEqualTo("POINT (70.5 39.9)");
        assertThat(columns).containsEntry("uncertainty_m", 250.0).containsEntry("observed_count", 2);
        assertThat(columns).doesNotContainKey("bearing_deg").doesNotContainKey("area");
        assertThat(entry.items().get(0).parts())
                .extracting(part -> part.columns().get("party_id"))
                .containsExactly("KG", "TJ");
    }

    @Test
    void aSectorStaysASectorAndBecomesNoPoint() {
        Map<String, Object> columns = main(read(
                "observer_lon",
                "70.5",
                "observer_lat",
                "39.9",
                "bearing_deg",
                "225",
                "bearing_error_deg",
                "15",
                "range_from_m",
                "4000",
                "range_to_m",
                "5000"));
        assertThat(columns)
                .containsEntry("bearing_deg", 225.0)
                .containsEntry("range_from_m", 4000.0)
                .containsEntry("range_to_m", 5000.0)
                .doesNotContainKey("point");
    }

    @Test
    void aPolygonIsAnArea() throws ParseException {
        Geometry polygon = new WKTReader().read("POLYGON ((70 40, 70.1 40, 70.1 40.1, 70 40))");
        Entry entry = SightingFormat.sighting(RowFixture.fields(Optional.of(polygon), GIVEN.toArray(String[]::new)));
        assertThat(main(entry).get("area")).isInstanceOf(MultiPolygon.class);
        assertThat(main(entry)).doesNotContainKey("point");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count;3 | count_qualifier: is missing",
                "count_qualifier;about | count: is missing",
                "count;2.5;count_qualifier;about | count: is '2.5'; expected a whole number",
                "bearing_deg;225 | bearing_error_deg: is missing",
                "bearing_deg;225;bearing_error_deg;15;range_to_m;5000 | observer_lon: is missing",
                "lon;70.5;lat;39.9;observer_lon;70.5;observer_lat;39.9;bearing_deg;1;bearing_error_deg;15;range_to_m;9 | bearing_deg: is given beside a point",
                "observer_lon;70.5 | observer_lat: is missing",
                "means;guessed | means: is 'guessed'; expected one of",
            })
    void refuses(String more, String message) {
        assertThatThrownBy(() -> read(more.split(";", -1)))
                .isInstanceOf(InvalidField.class)
                .extracting(failure ->
                        ((InvalidField) failure).rejection("t.csv", 2).toString())
                .asString()
                .startsWith("t.csv, row 2, " + message);
    }

    @Test
    void aSightingThatNobodyReportsIsRefused() {
        List<String> values = new ArrayList<>(GIVEN);
        values.set(values.indexOf("KG;TJ"), "");
        assertThatThrownBy(() -> SightingFormat.sighting(RowFixture.fields(values.toArray(String[]::new))))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("is missing; a sighting is somebody's report");
    }

    private static Entry read(String... more) {
        List<String> values = new ArrayList<>(GIVEN);
        values.addAll(List.of(more));
        return SightingFormat.sighting(RowFixture.fields(values.toArray(String[]::new)));
    }

    private static Map<String, Object> main(Entry entry) {
        return entry.items().get(0).main().columns();
    }
}
