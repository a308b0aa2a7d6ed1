package org.truceline.processes;

import tools.jackson.databind.JsonNode;

/**
 * The value of an input as it stands in a request: bare, or in the member {@code value} of an object that says of which
 * media type it is (OGC API – Processes 1.0, §7.11.1). Objects need not be wrapped, though the standard wants them to be.
 */
final class InlineValue {
    private InlineValue() {}

    /** @throws IllegalArgumentException if the value is only referred to, or of a media type that is not read */
    static JsonNode of(JsonNode given) {
        if (!given.isObject()) {
            return given;
        }
        if (given.has("href")) {
            throw new IllegalArgumentException(
                    "it is a reference to no text, or inside of a value; expected is {\"href\": \"/collections/…\"}");
        }
        if (!given.has("value")) {
            return given;
        }
        String mediaType = given.path("mediaType")
                .asString(given.path("format").path("mediaType").asString("application/json"));
        if (!mediaType.endsWith("json")) {
            throw new IllegalArgumentException(
                    "its media type is " + Quote.of(mediaType) + "; expected is JSON, or GeoJSON for geometries");
        }
        return given.path("value");
    }
}
