package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ServerTest;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicNearest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far the example's places and incidents are from its lines, against GeographicLib. */
class DistanceToLineTest extends ServerTest {
    /** PostGIS looks for the nearest place on a sphere before it measures on the ellipsoid. */
    private static final double SLACK_METERS = 0.2;

    @Test
    void filtersAndOrderAskForTheNearestLineWhoeverDrawsIt() throws Exception {
        Map<String, Double> distances = distances("SELECT id, ST_AsBinary(geom) AS geom FROM layer.places");
        List<String> near = distances.entrySet().stream()
                .filter(place -> place.getValue() < 2500)
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(near).hasSizeBetween(5, distances.size() - 5);

        var answer = get("/collections/places/items?limit=100&filter=" + encode("distance_to_line(geom) < 2500")
                + "&sortby=" + encode("distance_to_line(geom)"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ids(answer.body())).containsExactlyElementsOf(near);
        assertThat(answer.headers().firstValue("ETag"))
                .as("lines change without the layer, so nothing tells that the answer is still the same")
                .isEmpty();
    }

    @Test
    void anAlignmentThatMovesMovesTheDistance() {
        String distance = "SELECT ceasefire.distance_to_line('POINT (10 5)'::geography)";
        double before = number(distance);
        try {
            jdbc().sql(
                            "INSERT INTO ceasefire.alignment (id, dataset_id, boundary_line_id, status, geom) VALUES ('t-near',"
                                    + " 'osm-2017', 'kg-uz', 'claimed', 'SRID=4326;MULTILINESTRING ((10 4, 11 4))')")
                    .update();
            // Of one degree of latitude from 4 to 5, by GeographicLib.
            assertThat(number(distance)).isCloseTo(110_580.5, within(60.0)).isLessThan(before);
            jdbc().sql("UPDATE ceasefire.alignment SET geom = ST_Translate(geom, 0, 1) WHERE id = 't-near'")
                    .update();
            assertThat(number(distance)).isZero();
        } finally {
            jdbc().sql("DELETE FROM ceasefire.alignment WHERE id = 't-near'").update();
        }
        assertThat(number(distance)).isEqualTo(before);
    }

    @Test
    void incidentsHaveTheirDistanceByTheClaimThatHasItNearestAndFarthest() {
        Map<String, Geometry> claims = shapes(
                "SELECT id, ST_AsBinary(geom) AS geom FROM ceasefire.alignment" + " WHERE boundary_line_id = 'kg-tj'");
        List<Map<String, Object>> incidents = jdbc().sql("SELECT id, ST_X(geom) AS x, ST_Y(geom) AS y, nearest_line,"
                        + " distance_to_line_min_m AS least, distance_to_line_max_m AS greatest"
                        + " FROM layer.incidents WHERE geom IS NOT NULL AND dataset = 'kt-chronicle'")
                .query()
                .listOfRows();
        assertThat(incidents).hasSize(48).allSatisfy(incident -> {
            double[] distances = claims.values().stream()
                    .mapToDouble(claim -> GeodesicNearest.of(claim, Edges.STRAIGHT)
                            .to(
                                    ((Number) incident.getOrDefault("x", 0)).doubleValue(),
                                    ((Number) incident.getOrDefault("y", 0)).doubleValue())
                            .meters())
                    .sorted()
                    .toArray();
            assertThat(incident).containsEntry("nearest_line", "kg-tj");
            assertThat(((Number) incident.getOrDefault("least", -1)).doubleValue())
                    .isCloseTo(distances[0], within(SLACK_METERS));
            assertThat(((Number) incident.getOrDefault("greatest", -1)).doubleValue())
                    .isCloseTo(distances[distances.length - 1], within(SLACK_METERS));
        });
        assertThat(jdbc().sql("SELECT count(distance_to_line_min_m) FROM layer.incidents WHERE geom IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Fired before the ceasefire of 29 April, 20:00, and after it.
                "KT-2021-007, false",
                "KT-2021-034, true",
                "KT-2022-009, true",
                // After it too, but nobody says by whom.
                "KT-2021-025, -",
                // A whole day, in which the ceasefire began.
                "KT-2021-030, -",
                // Nobody knows where.
                "KT-2020-006, false",
                "KT-2022-013, -",
                // No use of arms.
                "KT-2022-001, false",
            })
    void whetherACeasefireWasBrokenIsNullWhereItCannotBeTold(String incident, String expected) {
        assertThat(jdbc().sql("SELECT coalesce(ceasefire_broken::text, '-') FROM layer.incidents WHERE id = ?")
                        .param(incident)
                        .query(String.class)
                        .single())
                .isEqualTo(expected == null ? "-" : expected);
    }

    private Map<String, Double> distances(String query) {
        Map<String, Geometry> claims = shapes("SELECT id, ST_AsBinary(geom) AS geom FROM ceasefire.alignment");
        List<GeodesicNearest> lines = claims.values().stream()
                .map(claim -> GeodesicNearest.of(claim, Edges.STRAIGHT))
                .toList();
        Map<String, Double> distances = new LinkedHashMap<>();
        shapes(query).forEach((id, place) -> {
            Coordinate point = place.getCoordinate();
            distances.put(
                    id,
                    lines.stream()
                            .mapToDouble(line -> line.to(point.x, point.y).meters())
                            .min()
                            .orElseThrow());
        });
        return distances;
    }

    private Map<String, Geometry> shapes(String query) {
        Map<String, Geometry> shapes = new LinkedHashMap<>();
        for (Map<String, Object> row : jdbc().sql(query).query().listOfRows()) {
            if (row.get("geom") instanceof byte[] wkb) {
                shapes.put(String.valueOf(row.get("id")), StoredShape.find(wkb).orElseThrow());
            }
        }
        return shapes;
    }

    private double number(String query) {
        return jdbc().sql(query).query(Double.class).single();
    }

    private static List<String> ids(String body) {
        JsonNode features = JsonMapper.shared().readTree(body).get("features");
        return features.valueStream()
                .map(feature -> feature.get("id").asString())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
