package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.truceline.ceasefire.uncertainty.Spot;
import org.truceline.processes.GeometryType;
import org.truceline.processes.ValueType;
import tools.jackson.databind.JsonNode;

/** Positions in GeoJSON: a point, several, or a collection of features that are points. */
record ReportsType(int most) implements ValueType<List<Report>> {
    private static final String UNCERTAINTY = "uncertainty_m";
    private static final double MOST_UNCERTAIN_METERS = 1e6;

    @Override
    public Map<String, Object> schema() {
        return new GeometryType().schema();
    }

    @Override
    public Control control() {
        return new Control.Area();
    }

    @Override
    public List<Report> read(JsonNode value) {
        List<Report> reports = reports(value).limit(most + 1L).toList();
        if (reports.isEmpty() || reports.size() > most) {
            throw new IllegalArgumentException(
                    "it holds " + (reports.isEmpty() ? "no position" : "more than " + most + " positions")
                            + "; expected are 1 to " + most);
        }
        return reports;
    }

    private static Stream<Report> reports(JsonNode value) {
        return switch (value.path("type").asString("")) {
            case "FeatureCollection" -> value.path("features").valueStream().flatMap(ReportsType::reports);
            case "Feature" ->
                spots(value.path("geometry"))
                        .map(spot -> new Report(
                                spot, uncertainty(value.path("properties")), scalars(value.path("properties"))));
            default -> spots(value).map(spot -> new Report(spot, OptionalDouble.empty(), Map.of()));
        };
    }

    private static Stream<Spot> spots(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Point" -> Stream.of(spot(coordinates));
            case "MultiPoint" -> coordinates.valueStream().map(ReportsType::spot);
            default ->
                throw new IllegalArgumentException(
                        "expected is GeoJSON of points: a Point, a MultiPoint, a Feature or a FeatureCollection of these");
        };
    }

    private static Spot spot(JsonNode position) {
        if (!position.isArray()
                || !position.path(0).isNumber()
                || !position.path(1).isNumber()) {
            throw new IllegalArgumentException(
                    "a position is no array of numbers; expected are longitude and latitude in degrees");
        }
        return new Spot(position.get(0).asDouble(), position.get(1).asDouble());
    }

    private static OptionalDouble uncertainty(JsonNode properties) {
        JsonNode given = properties.path(UNCERTAINTY);
        if (given.isMissingNode() || given.isNull()) {
            return OptionalDouble.empty();
        }
        double meters = given.isNumber() ? given.asDouble() : Double.NaN;
        if (!(meters >= 0 && meters < MOST_UNCERTAIN_METERS)) {
            throw new IllegalArgumentException(
                    "the property " + UNCERTAINTY + " is " + given + "; expected is a number of metres, or null");
        }
        return OptionalDouble.of(meters);
    }

    /** What tells one position from the other, as a name or a number. */
    private static Map<String, Object> scalars(JsonNode properties) {
        Map<String, Object> scalars = new LinkedHashMap<>();
        properties.forEachEntry((name, value) -> {
            if (value.isString() || value.isNumber() || value.isBoolean()) {
                scalars.put(name, value);
            }
        });
        return scalars;
    }
}
