package org.truceline.processes;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** A geometry in GeoJSON; also a feature or a collection of features, of which the geometries are taken. */
public record GeometryType() implements ValueType<Geometry> {
    /** A border in all detail; what is computed from more would not be looked at by anybody who waits for it. */
    private static final int MOST_POSITIONS = 100_000;

    @Override
    public Map<String, Object> schema() {
        return JsonObject.of(
                "type",
                "object",
                "format",
                "geojson-geometry",
                "required",
                List.of("type"),
                "properties",
                JsonObject.of(
                        "type", JsonObject.of("type", "string", "enum", GeoJson.TYPES),
                        "coordinates", JsonObject.of("type", "array", "items", JsonObject.of())));
    }

    @Override
    public Geometry read(JsonNode value) {
        return GeoJson.read(value, MOST_POSITIONS);
    }

    @Override
    public Object toJson(Geometry value) {
        return GeoJson.of(value);
    }

    @Override
    public Control control() {
        return new Control.Area();
    }
}
