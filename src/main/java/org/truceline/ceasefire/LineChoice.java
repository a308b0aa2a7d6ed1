package org.truceline.ceasefire;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.truceline.processes.GeometryType;
import org.truceline.processes.ValueType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A line that somebody names, or draws. */
sealed interface LineChoice {
    /**
     * One that is known.
     *
     * @param alignment its id
     */
    record Named(String alignment) implements LineChoice {}

    /** Any other. */
    record Drawn(Geometry shape) implements LineChoice {}

    /** The id of an alignment, or lines in GeoJSON. */
    record Type() implements ValueType<LineChoice> {
        private static final GeometryType GEOMETRY = new GeometryType();

        @Override
        public Map<String, Object> schema() {
            return Map.of("oneOf", List.of(Map.of("type", "string"), GEOMETRY.schema()));
        }

        @Override
        public LineChoice read(JsonNode value) {
            if (value.isString()) {
                return new Named(value.asString());
            }
            Geometry shape = GEOMETRY.read(value);
            if (!(shape instanceof Lineal)) {
                throw new IllegalArgumentException("it is a " + shape.getGeometryType()
                        + "; expected is a LineString or MultiLineString, or the id of an alignment");
            }
            return new Drawn(shape);
        }

        /** What does not look like GeoJSON is an id. */
        @Override
        public JsonNode fromText(String text) {
            return text.startsWith("{") ? ValueType.super.fromText(text) : JsonNodeFactory.instance.stringNode(text);
        }

        @Override
        public Control control() {
            return new Control.Area();
        }
    }
}
