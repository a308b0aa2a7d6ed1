package org.truceline.ogcapi;

import tools.jackson.databind.JsonNode;

/** What a JSON Schema says of a value's type, in words. */
final class TypeInWords {
    private static final String GEOMETRY = "geometry-";

    private TypeInWords() {}

    static String of(JsonNode schema) {
        String format = schema.path("format").asString("");
        return switch (format) {
            case "date" -> "date";
            case "date-time" -> "date and time";
            case "uuid" -> "UUID";
            default -> format.startsWith(GEOMETRY) ? geometry(format) : ofPlain(schema);
        };
    }

    private static String geometry(String format) {
        String kind = format.substring(GEOMETRY.length());
        return kind.equals("any") ? "geometry" : "geometry: " + kind;
    }

    private static String range(JsonNode schema) {
        boolean isBounded = schema.has("minimum") && schema.has("maximum");
        String bounds = isBounded
                ? " from " + schema.path("minimum").asString() + " to "
                        + schema.path("maximum").asString()
                : "";
        return schema.has("default") ? bounds + "; " + schema.path("default").asString() + " if not given" : bounds;
    }

    private static String ofPlain(JsonNode schema) {
        return switch (schema.path("type").asString("")) {
            case "integer" -> "whole number" + range(schema);
            case "number" -> "number";
            case "boolean" -> "true or false";
            case "array" -> "list: " + of(schema.path("items"));
            case "object" -> "JSON";
            case "string" -> "text";
            default -> schema.has("$ref") ? "text" : "JSON";
        };
    }
}
