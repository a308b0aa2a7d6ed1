package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.UnsupportedBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request that writes: JSON of one of the media types that the method takes.
 *
 * @param text as it came
 */
record EditBody(String text, JsonNode json) {
    /** A geometry of all positions that one may have, with all their digits. */
    static final int LONGEST = 8 * 1024 * 1024;

    static final List<String> WHOLE = List.of(MediaTypes.GEO_JSON, MediaTypes.JSON);
    static final List<String> PATCH = List.of(MediaTypes.MERGE_PATCH);

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Numbers as they are written: 0.1 has no exact value in binary.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Reads the body.
     *
     * @param mediaTypes those that are taken
     * @throws UnsupportedBody if it is of another one
     * @throws RequestFailure.TooLarge if it is longer than {@value #LONGEST} bytes
     * @throws InvalidParameter if it is not JSON
     */
    static EditBody read(HttpServletRequest request, List<String> mediaTypes) throws IOException {
        String given = Objects.requireNonNullElse(request.getContentType(), "of no stated media type");
        if (!isOne(given, mediaTypes)) {
            throw UnsupportedBody.of(given, String.join(" or ", mediaTypes));
        }
        String text = BodyText.read(request, LONGEST);
        try {
            return new EditBody(text, JSON.readTree(text));
        } catch (JacksonException notJson) {
            String fault = notJson.getOriginalMessage().lines().findFirst().orElse("");
            throw new InvalidParameter("body", "The body is not JSON: " + fault + ".");
        }
    }

    private static boolean isOne(String given, List<String> mediaTypes) {
        try {
            MediaType type = MediaType.parseMediaType(given);
            return mediaTypes.stream().map(MediaType::parseMediaType).anyMatch(type::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
