package org.truceline.processes;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A bounding box as OGC API – Processes has it: an object of numbers and the URI of their reference system. */
record BoundsType() implements ValueType<BoundsType.Bounds> {
    private static final int LONGEST_URI = 500;
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    /**
     * A box.
     *
     * @param bbox four or six numbers, in whichever order the reference system has
     */
    record Bounds(List<Double> bbox, String crs) {}

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> numbers =
                JsonObject.of("type", "array", "items", JsonObject.of("type", "number"), "minItems", 4, "maxItems", 6);
        Map<String, Object> box = JsonObject.of(
                "type",
                "object",
                "required",
                List.of("bbox"),
                "properties",
                JsonObject.of(
                        "bbox", numbers, "crs", JsonObject.of("type", "string", "format", "uri", "default", CRS84)));
        return JsonObject.of("allOf", List.of(JsonObject.of("format", "ogc-bbox"), box));
    }

    @Override
    public Bounds read(JsonNode value) {
        JsonNode bbox = value.path("bbox");
        String crs = value.path("crs").asString(CRS84);
        boolean isBox = bbox.isArray() && (bbox.size() == 4 || bbox.size() == 6);
        if (!isBox || !bbox.valueStream().allMatch(JsonNode::isNumber) || crs.length() > LONGEST_URI) {
            throw new IllegalArgumentException(
                    "expected is an object with bbox, four or six numbers, and crs, the URI of a reference system");
        }
        return new Bounds(bbox.valueStream().map(JsonNode::asDouble).toList(), crs);
    }
}
