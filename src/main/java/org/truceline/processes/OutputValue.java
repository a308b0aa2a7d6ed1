package org.truceline.processes;

import tools.jackson.databind.json.JsonMapper;

/**
 * What came out.
 *
 * @param json in the media type of the output, which is JSON in some form, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on as bytes, never compared.
public record OutputValue(Output output, byte[] json) {
    static OutputValue of(Output output, Object value) {
        return new OutputValue(output, JsonMapper.shared().writeValueAsBytes(value));
    }
}
