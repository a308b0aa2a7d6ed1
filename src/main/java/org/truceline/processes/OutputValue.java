package org.truceline.processes;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came out.
 *
 * @param json in UTF-8; also a text, which in a document stands between quotes
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on as bytes, never compared.
public record OutputValue(Output output, byte[] json) {
    /**
     * A value of an output.
     *
     * @param value objects, lists, texts and numbers that are written as JSON
     */
    public static OutputValue of(Output output, Object value) {
        return new OutputValue(output, JsonMapper.shared().writeValueAsBytes(value));
    }

    /** As it is by itself, in the media type of the output: a text without quotes. */
    public byte[] bytes() {
        return output.mediaType().equals(Output.TEXT)
                ? JsonMapper.shared().readValue(json, String.class).getBytes(StandardCharsets.UTF_8)
                : json;
    }
}
