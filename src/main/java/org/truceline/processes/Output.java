package org.truceline.processes;

import java.util.Map;

/**
 * Something that a process gives.
 *
 * @param schema of it, in JSON Schema
 * @param mediaType of its only form
 */
public record Output(Label label, Map<String, Object> schema, String mediaType) {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain;charset=UTF-8";
    static final String GEO_JSON = "application/geo+json";

    public String id() {
        return label.id();
    }

    /**
     * One in GeoJSON.
     *
     * @param format which kind of it, by the names of OGC API – Features Part 5
     */
    public static Output geoJson(Label label, String format) {
        return new Output(
                label, JsonObject.of("type", "object", "format", format, "contentMediaType", GEO_JSON), GEO_JSON);
    }
}
