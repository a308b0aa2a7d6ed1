package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server's domain computes on request, held against what it has stored, and against PostGIS. */
class DomainProcessesTest extends ServerTest {
    private static final String POINT = "{\"type\": \"Point\", \"coordinates\": [70.53583, 39.94972]}";

    @Test
    void distanceToTheLineIsToldByClaim() throws Exception {
        JsonNode properties = feature("distance-to-line", "{\"positions\": " + POINT + ", \"line\": \"kg-tj\"}")
                .get("properties");

        assertThat(properties.get("claims").size()).isGreaterThan(1);
        double least = Double.POSITIVE_INFINITY;
        for (JsonNode claim : properties.get("claims")) {
            JsonNode nearest = claim.get("nearest");
            double meters = Geodesic.WGS84.Inverse(
                            39.94972,
                            70.53583,
                            nearest.get(1).asDouble(),
                            nearest.get(0).asDouble())
                    .s12;
            assertThat(claim.get("distance_m").asDouble()).isCloseTo(meters, within(0.001));
            assertThat(claim.get("side").asString()).isIn("left", "right");
            least = Math.min(least, meters);
        }
        assertThat(properties.get("distance_min_m").asDouble()).isCloseTo(least, within(0.001));
        assertThat(properties.get("distance_max_m").asDouble()).isGreaterThan(least);
        double postgis = jdbc().sql("""
                        SELECT min(ST_Distance(s.geog, ST_Point(70.53583, 39.94972, 4326)::geography))
                          FROM ceasefire.alignment_stretch s JOIN ceasefire.alignment a ON a.id = s.alignment_id
                         WHERE a.boundary_line_id = 'kg-tj'""").query(Double.class).single();
        assertThat(least)
                .as(
                        "GeographicLib's, of straight edges; PostGIS's are geodesics, and it looks for the nearest place on a sphere")
                .isCloseTo(postgis, within(0.1));
    }

    @Test
    void positionsKeepWhatTellsThemApart() throws Exception {
        JsonNode features = execute("distance-to-line", """
                {"positions": {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"name": "a", "list": [1]}, "geometry": %s},
                  {"type": "Feature", "properties": {"name": "b"}, "geometry": {"type": "Point", "coordinates": [71, 40]}}]}}""".formatted(POINT)).get("features");

        assertThat(features.valueStream()
                        .map(feature -> feature.at("/properties/name").asString()))
                .containsExactly("a", "b");
    }

    @Test
    void standingsAreThoseOfStoredSightings() throws Exception {
        awaitFindings();
        List<Stored> stored =
                jdbc().sql("""
                        SELECT ST_X(s.point) AS longitude, ST_Y(s.point) AS latitude, s.uncertainty_m,
                               s.time_start::date::text AS day, f.rule_id, f.claim, f.standing, f.depth_m, f.probability
                          FROM ceasefire.sighting_finding f JOIN ceasefire.sighting s ON s.id = f.sighting_id
                         WHERE s.point IS NOT NULL
                         ORDER BY f.sighting_id, f.rule_id, f.claim LIMIT 6""").query((row, number) -> Stored.read(row)).list();
        assertThat(stored).isNotEmpty();

        for (Stored finding : stored) {
            JsonNode rules = feature("compliance", finding.question()).at("/properties/rules");
            JsonNode claim = rules.valueStream()
                    .filter(rule -> rule.get("rule").asString().equals(finding.rule()))
                    .flatMap(rule -> rule.get("claims").valueStream())
                    .filter(found -> found.get("claim").asString().equals(finding.claim()))
                    .findFirst()
                    .orElseThrow();
            assertThat(claim.get("standing").asString()).isEqualTo(finding.standing());
            assertThat(claim.get("depth_m").asDouble()).isCloseTo(finding.depthMeters(), within(0.001));
        }
    }

    /** A finding about a sighting at a point. */
    private record Stored(
            double longitude,
            double latitude,
            String uncertainty,
            String day,
            String rule,
            String claim,
            String standing,
            double depthMeters) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    row.getDouble("longitude"),
                    row.getDouble("latitude"),
                    String.valueOf(row.getString("uncertainty_m")),
                    row.getString("day"),
                    row.getString("rule_id"),
                    row.getString("claim"),
                    row.getString("standing"),
                    row.getDouble("depth_m"));
        }

        String question() {
            return """
                    {"day": "%s", "positions": {"type": "Feature", "properties": {"uncertainty_m": %s},
                      "geometry": {"type": "Point", "coordinates": [%s, %s]}}}""".formatted(day, uncertainty, longitude, latitude);
        }
    }

    private void awaitFindings() {
        Instant deadline = Instant.now().plusSeconds(60);
        while (jdbc().sql("SELECT count(*) FROM ceasefire.compliance_claim WHERE is_due OR status = 'pending'")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void positionOfUnknownUncertaintyIsUndecided() throws Exception {
        JsonNode rules = feature(
                        "compliance", "{\"day\": \"2022-10-01\", \"party\": \"KG\", \"positions\": " + POINT + "}")
                .at("/properties/rules");

        assertThat(rules.valueStream().map(rule -> rule.get("standing").asString()))
                .isNotEmpty()
                .containsOnly("undecided");
    }

    @Test
    void areaOfARuleIsTheOneThatIsServed() throws Exception {
        awaitArea();
        JsonNode feature = feature("withdrawal-area", "{\"line\": \"osm-2017-kg-tj\", \"rule\": \"kt-heavy-10km-kg\"}");

        assertThat(feature.at("/properties/max_error_m").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(0.1);
        Geometry asked = new GeoJsonReader().read(feature.get("geometry").toString());
        assertThat(asked.symDifference(stored()).getArea()).isLessThan(1e-9);
    }

    @Test
    void areaAtAnotherDistanceHoldsTheOneThatIsServed() throws Exception {
        awaitArea();
        JsonNode feature = feature(
                "withdrawal-area",
                "{\"line\": \"osm-2017-kg-tj\", \"rule\": \"kt-heavy-10km-kg\", \"distance\": 12000}");

        assertThat(feature.at("/properties/distance_m").asDouble()).isEqualTo(12_000);
        Geometry asked = new GeoJsonReader().read(feature.get("geometry").toString());
        assertThat(stored().difference(asked).getArea()).isLessThan(1e-9);
        assertThat(asked.getArea()).isGreaterThan(1.05 * stored().getArea());
    }

    private Geometry stored() throws ParseException {
        return new WKBReader().read(jdbc().sql("""
                        SELECT ST_AsBinary(geom) FROM ceasefire.withdrawal_area
                         WHERE rule_id = 'kt-heavy-10km-kg' AND claim = 'osm-2017-kg-tj' AND held_to IS NULL""").query(byte[].class).single());
    }

    private void awaitArea() {
        Instant deadline = Instant.now().plusSeconds(60);
        while (jdbc().sql("""
                        SELECT count(*) FROM ceasefire.withdrawal_area
                         WHERE rule_id = 'kt-heavy-10km-kg' AND claim = 'osm-2017-kg-tj' AND held_to IS NULL""").query(Long.class).single() == 0) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Кёк-Таш                | kok-tash
            KÖK-TASH               | kok-tash
            Көк-Таш                | kok-tash
            Хоҷаи Аъло             | khojai-alo
            Хоҷаи                  | khojai-alo
            """)
    void placesAreFoundInAnyOfTheirSpellings(String name, String place) throws Exception {
        JsonNode features = execute("locate", "{\"place\": \"" + name + "\"}").get("features");

        assertThat(features.valueStream()
                        .map(feature -> feature.at("/properties/place").asString()))
                .contains(place);
        assertThat(features.get(0).at("/properties/uncertainty_m").asDouble()).isPositive();
    }

    @Test
    void bearingAndRangeMakeASector() throws Exception {
        JsonNode feature = feature("locate", """
                {"place": "39°55'48\\"N 70°33'00\\"E", "bearing": 225, "bearing_error": 10, "range_from": 4000, "range_to": 5000}""");

        Geometry sector = new GeoJsonReader().read(feature.get("geometry").toString());
        JsonNode centre = feature.at("/properties/centre");
        assertThat(sector.contains(sector.getFactory()
                        .createPoint(new Coordinate(
                                centre.get(0).asDouble(), centre.get(1).asDouble()))))
                .isTrue();
        var way = Geodesic.WGS84.Inverse(
                39.93, 70.55, centre.get(1).asDouble(), centre.get(0).asDouble());
        assertThat(way.s12).isBetween(4_000.0, 5_000.0);
        assertThat(way.azi1).isCloseTo(-135, within(0.01));
        assertThat(feature.at("/properties/uncertainty_m").asDouble()).isBetween(900.0, 1_100.0);
        assertThat(feature.at("/properties/observer_uncertainty_m").asDouble()).isBetween(15.0, 25.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            locate           | {"place": "Nowhere at all"}                                     | 422 | No place is known
            locate           | {"place": "91, 70"}                                             | 400 | latitude within
            locate           | {"place": "61SXK3224021000"}                                    | 400 | no square
            locate           | {"place": "39.93, 70.55", "bearing": 90}                        | 400 | greatest range
            locate           | {"place": "39.93, 70.55", "range_to": 90}                       | 400 | expected is a bearing
            locate           | {"place": "39.9, 70.5", "bearing": 1, "range_from": 9, "range_to": 8} | 400 | no sector
            distance-to-line | {"positions": {"type": "Point", "coordinates": [70, 91]}}       | 400 | latitude within
            distance-to-line | {"positions": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}} | 400 | GeoJSON of points
            distance-to-line | {"positions": {"type": "MultiPoint", "coordinates": []}}        | 400 | no position
            distance-to-line | {"positions": {"type": "Point", "coordinates": [70, 40]}, "line": "atlantis"} | 422 | boundary-lines
            distance-to-line | {"positions": {"type": "Point", "coordinates": [70, 40]}, "day": "yesterday"} | 400 | a day
            compliance       | {"positions": {"type": "Point", "coordinates": [70, 40]}, "party": "nobody"} | 422 | No rule
            compliance       | {"positions": {"type": "Point", "coordinates": [70, 40]}, "uncertainty": -1} | 400 | a number
            withdrawal-area  | {"line": "atlantis", "distance": 10}                            | 400 | no alignment
            withdrawal-area  | {"line": "osm-2017-kg-tj"}                                      | 400 | a distance or a rule
            withdrawal-area  | {"line": "osm-2017-kg-tj", "rule": "none"}                      | 400 | no rule
            withdrawal-area  | {"line": {"type": "Point", "coordinates": [1, 1]}, "distance": 9} | 400 | LineString
            withdrawal-area  | {"line": {"type": "LineString", "coordinates": [[1, 1], [2, 2]]}, "rule": "x"} | 400 | id of an alignment
            withdrawal-area  | {"line": {"type": "LineString", "coordinates": [[0, 0], [170, 80]]}, "distance": 1} | 400 | vertices
            """)
    void whatHasNoAnswerSaysWhy(String process, String inputs, int status, String expected) throws Exception {
        HttpResponse<String> response = post(process, inputs);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(response.body()).get("detail").asString())
                .contains(expected);
    }

    private JsonNode feature(String process, String inputs) throws Exception {
        JsonNode answer = execute(process, inputs);
        return answer.get("type").asString().equals("Feature")
                ? answer
                : answer.get("features").get(0);
    }

    private JsonNode execute(String process, String inputs) throws Exception {
        HttpResponse<String> response = post(process, inputs);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> post(String process, String inputs) throws Exception {
        return send(HttpRequest.newBuilder(uri("/processes/" + process + "/execution"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"inputs\": " + inputs + "}")));
    }
}
