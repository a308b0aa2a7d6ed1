package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.TooLarge;
import org.truceline.ogcapi.RequestFailure.UnsupportedBody;

/** The parameters of a question for features, read from the body of a request. */
final class SearchBody {
    /** A filter with a border of many thousand vertices, or with as many ids. */
    static final int LONGEST = 512 * 1024;

    /** What faults of the body as a whole are said of. */
    private static final String BODY = "body";

    private SearchBody() {}

    /**
     * The parameters of the body, which is JSON or a form, and those of the address, of which none may be in both.
     *
     * @throws InvalidParameter if the body is no JSON, or a member's value none of a parameter
     * @throws TooLarge if it is longer than {@value #LONGEST} bytes
     * @throws UnsupportedBody if it is something else
     */
    static QueryParameters read(HttpServletRequest request) throws IOException {
        MediaType type = mediaType(request);
        if (type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
            return QueryParameters.of(request);
        } else if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) || "json".equals(type.getSubtypeSuffix())) {
            return QueryParameters.of(request).and(JsonParameters.read(text(request)));
        }
        throw UnsupportedBody.of(type.toString());
    }

    private static MediaType mediaType(HttpServletRequest request) {
        String given = Objects.requireNonNullElse(request.getContentType(), "of no stated media type");
        try {
            return MediaType.parseMediaType(given);
        } catch (InvalidMediaTypeException unreadable) {
            throw UnsupportedBody.of(given);
        }
    }

    private static String text(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw TooLarge.body(LONGEST);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidParameter(BODY, "The body is not UTF-8; expected is JSON in UTF-8.");
        }
    }
}
