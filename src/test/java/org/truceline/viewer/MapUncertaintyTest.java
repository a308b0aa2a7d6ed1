package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How sure a place is, as the map draws it around what is open. */
class MapUncertaintyTest extends MapTest {
    private static final double[] OBSERVER = {70.2, 40.15};

    @AfterEach
    void forgetTheSighting() {
        jdbc().sql("DELETE FROM ceasefire.sighting WHERE id = 't-sector'").update();
    }

    @Test
    void aPointIsSureWithinACircleOnTheEllipsoid() throws Exception {
        open("/map#report=KT-2021-007");
        double[] place = jdbc().sql(
                        "SELECT ST_X(geom), ST_Y(geom), uncertainty_m FROM layer.incidents WHERE id = 'KT-2021-007'")
                .query((row, index) -> new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3)})
                .single();

        List<double[]> circle = drawn();
        assertThat(circle)
                .hasSizeGreaterThan(90)
                .allSatisfy(corner -> assertThat(seen(place, corner).s12).isCloseTo(place[2], Offset.offset(0.01)));
        assertQuietAndAlone();
    }

    @Test
    void aSightingByBearingAndRangeIsSomewhereInItsSector() throws Exception {
        jdbc().sql("""
                        INSERT INTO ceasefire.sighting (id, dataset_id, party_id, equipment_class_id, summary, time_precision,
                               time_start, time_end, observer_point, bearing_deg, bearing_error_deg, range_from_m, range_to_m)
                        SELECT 't-sector', dataset_id, 'KG', 'tank', 'Seen from afar', 'day', '2022-10-02Z', '2022-10-03Z',
                               ST_SetSRID(ST_MakePoint(?, ?), 4326), 225, 10, 4000, 5000
                          FROM ceasefire.sighting LIMIT 1
                        """).param(OBSERVER[0]).param(OBSERVER[1]).update();
        String verdict = " FROM layer.compliance WHERE sighting = 't-sector' AND status = 'current'";
        await(
                "there is no verdict",
                () -> jdbc().sql("SELECT count(*)" + verdict)
                                .query(Integer.class)
                                .single()
                        > 0);
        double[] middle = jdbc().sql("SELECT ST_X(geom), ST_Y(geom)" + verdict + " LIMIT 1")
                .query((row, index) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .single();

        open("/map");
        browser.moveTo(middle[0], middle[1], 12);
        browser.clickAt(middle[0], middle[1]);
        await("no sector is drawn", () -> !drawn().isEmpty());

        assertThat(browser.find(".popup").getText())
                .contains("Place: somewhere in the sector that the observer gives.");
        assertThat(drawn()).allSatisfy(corner -> {
            GeodesicData way = seen(OBSERVER, corner);
            assertThat(way.s12).isBetween(3999.0, 5001.0);
            assertThat((way.azi1 + 360) % 360).isBetween(214.99, 235.01);
        });
        browser.saveScreenshot("map-sector");
        assertThat(browser.listBarriers()).isEmpty();
        browser.find(".maplibregl-popup-close-button").click();
        assertThat(drawn()).isEmpty();
        assertQuietAndAlone();
    }

    private static GeodesicData seen(double[] from, double[] to) {
        return Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
    }

    /** The corners of all that is drawn of uncertain places: longitude and latitude. */
    private static List<double[]> drawn() {
        Object corners = browser.await("""
                const done = arguments[arguments.length - 1];
                truceline.map.getSource('uncertainty').getData().then(({features}) =>
                    done(features.map(({geometry}) => geometry.coordinates).flat(Infinity).map(String)));
                """);
        if (!(corners instanceof List<?> numbers)) {
            throw new IllegalStateException("no corners: " + corners);
        }
        double[] values = numbers.stream()
                .mapToDouble(number -> Double.parseDouble(String.valueOf(number)))
                .toArray();
        return IntStream.range(0, values.length / 2)
                .mapToObj(index -> new double[] {values[2 * index], values[2 * index + 1]})
                .toList();
    }
}
