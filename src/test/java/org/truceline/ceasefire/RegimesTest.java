package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;
import org.truceline.ingest.DatasetFolder;
import org.truceline.ingest.DatasetImport;

/**
 * Each regime of {@code docs/regimes.md}, imported as it stands there, and the geometry of each of its areas against
 * GeographicLib. All of it in one transaction that is undone at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegimesTest extends ServerTest {
    private static final int PLACES = 20;

    /** Of the probes: steps of GeographicTruth, and digits of an overlay. */
    private static final double SLACK_METERS = 0.01;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DatasetImport datasets;

    @Autowired
    private AreaInputs inputs;

    @Autowired
    private AreaStore store;

    private TransactionStatus transaction;
    private RegimeStage stage;
    private Map<String, ZoneTruth> zones;

    @BeforeAll
    void importTheGuide(@TempDir Path folder) throws IOException {
        transaction = transactions.getTransaction(new TransactionTemplate());
        RegimeGuide.read().writeTo(folder);
        assertThat(datasets.run(DatasetFolder.at(folder)).files())
                .allSatisfy(file -> assertThat(file.rejections()).isEmpty());
        stage = new RegimeStage(jdbc());
        stage.computeAreas(inputs, store);
        zones = new RegimeZones(stage).all();
    }

    @AfterAll
    void undo() {
        transactions.rollback(transaction);
    }

    Stream<String> areas() {
        return zones.keySet().stream();
    }

    @Test
    void everyAreaOfTheGuideIsKnownHere() {
        assertThat(strings(
                        "SELECT id FROM layer.\"withdrawal-areas\" WHERE agreement = 'stage' AND status = 'current'"))
                .containsExactlyInAnyOrderElementsOf(zones.keySet());
    }

    @Test
    void whatHasNoAreaSaysWhy() {
        assertThat(strings("SELECT DISTINCT rule || ': ' || status FROM layer.\"withdrawal-areas\""
                        + " WHERE agreement = 'stage' AND status <> 'current' AND failure <> '' ORDER BY 1"))
                .containsExactly("posts-by-measure-west: empty", "posts-west: empty", "spiral-west: failed");
    }

    @Test
    void aLineWhoseLeftFacesItsRightTellsNobodysSide() {
        assertThat(strings("SELECT failure FROM layer.\"withdrawal-areas\" WHERE rule = 'spiral-west'"))
                .singleElement(STRING)
                .contains("its left side faces a right one");
    }

    @ParameterizedTest
    @MethodSource("areas")
    void isWhereGeographicLibSays(String id) {
        Geometry area = stage.area(id);
        ZoneTruth truth = Objects.requireNonNull(zones.get(id));
        double error = jdbc().sql("SELECT max_error_m FROM layer.\"withdrawal-areas\" WHERE id = ?")
                .param(id)
                .query(Double.class)
                .single();
        assertThat(error).isBetween(0.0, 0.5);
        List<String> wrong = new ArrayList<>();
        for (Coordinate place : boundary(area)) {
            double meters = truth.metersOutside(place.x, place.y);
            if (Math.abs(meters) > error + SLACK_METERS) {
                wrong.add("the boundary at " + place + " is " + meters + " m off");
            }
        }
        for (Coordinate place : around(area)) {
            double meters = truth.metersOutside(place.x, place.y);
            boolean inside = area.covers(area.getFactory().createPoint(place));
            if (Math.abs(meters) > error + SLACK_METERS && inside != meters < 0) {
                wrong.add(place + " is " + (inside ? "inside" : "outside") + ", " + meters + " m off");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Vertices and the middles of edges. */
    private static List<Coordinate> boundary(Geometry area) {
        List<Coordinate> places = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(area)) {
            Coordinate[] ring = ((LineString) line).getCoordinates();
            int step = Math.max(1, ring.length / PLACES);
            for (int i = 1; i < ring.length; i += step) {
                places.add(ring[i]);
                places.add(new Coordinate((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2));
            }
        }
        return places;
    }

    private static List<Coordinate> around(Geometry area) {
        Random random = new Random(6);
        Envelope box = area.getEnvelopeInternal();
        box.expandBy(box.getWidth() / 10, box.getHeight() / 10);
        return Stream.generate(() -> new Coordinate(
                        box.getMinX() + random.nextDouble() * box.getWidth(),
                        box.getMinY() + random.nextDouble() * box.getHeight()))
                .limit(PLACES)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "band-10-west    | allowed::text               | {\"tank\": 75, \"short_range_gun\": 36}",
                "band-20-west    | allowed::text               | {\"gun\": 162}",
                "one-sided-east  | allowed::text               | {\"weapon_60mm_and_over\": 12}",
                "minsk-2-50-west | computed_distance_m::text   | 25000",
                "minsk-2-50-west | basis                       | total_width",
                "band-20-west    | computed_from_m::text       | 10000",
                "addendum-guns-west | phase                    | Phase 2: artillery under 100 mm",
                "addendum-guns-west | valid_from::text         | 2015-10-17 21:00:00+00",
                "no-fly-1-west   | valid_to::text              | 2023-11-22 06:00:00+00",
                "no-fly-1-west   | sections                    | 0645 to 0646",
                "no-fly-1-west   | exempt                      | Aircraft that evacuate the wounded; Aircraft that fight fires or rescue people",
                "corridor-west   | excluded                    | The town, The village",
                "minsk-1-west    | comparator                  | >=",
                "separation-west | comparator                  | >",
                "security-zone-west | claimed_by               | West, as drawn by Map of West",
            })
    void theLayerSaysWhatTheRuleSays(String rule, String column, String value) {
        jdbc().sql("SET LOCAL TimeZone TO 'UTC'").update();
        assertThat(strings("SELECT " + column + " FROM layer.\"withdrawal-areas\" WHERE rule = '" + rule + "'"))
                .containsExactly(value);
    }

    @Test
    void aTripointCutsAnAreaIntoNumberedParts() {
        assertThat(strings("SELECT part || ' of ' || parts || CASE WHEN area_km2 <= lag(area_km2) OVER (ORDER BY part)"
                        + " THEN ', no larger' ELSE '' END FROM layer.\"withdrawal-area-parts\""
                        + " WHERE area = 'heavy-west~claim-west' ORDER BY part"))
                .containsExactly("1 of 2", "2 of 2, no larger");
    }

    @Test
    void neighbouringZonesMeetWithoutOverlapOrGap() {
        Map<String, String> neighbours = new LinkedHashMap<>();
        neighbours.put("heavy-west~claim-west", "heavy-east~claim-west");
        neighbours.put("minsk-1-west~contact-2014", "minsk-1-east~contact-2014");
        neighbours.put("band-10-west~line-a", "band-20-west~line-a");
        neighbours.put("band-10-west~line-a", "separation-west~line-a~line-b");
        neighbours.put("artillery-west~marked", "far-band-west~marked");
        neighbours.put("no-fly-2-west~marked", "no-fly-2-east~marked");
        neighbours.put("lane-left-west~road", "lane-right-west~road");
        neighbours.forEach((id, other) -> {
            Geometry area = stage.area(id);
            Geometry neighbour = stage.area(other);
            assertThat(area.intersection(neighbour).getArea()).as(id).isLessThan(1e-12);
            assertThat(area.intersection(neighbour).getDimension()).as(id).isEqualTo(1);
        });
    }

    @Test
    void whoAcceptsALineIsKept() {
        assertThat(strings("SELECT party_id || ' ' || position FROM ceasefire.alignment_position"
                        + " WHERE alignment_id = 'claim-west' ORDER BY party_id"))
                .containsExactly("east rejects", "west accepts");
    }

    private List<String> strings(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }
}
