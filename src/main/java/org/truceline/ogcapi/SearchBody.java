package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.truceline.ogcapi.RequestFailure.UnsupportedBody;

/** The parameters of a question for features, read from the body of a request. */
final class SearchBody {
    /** A filter with a border of many thousand vertices, or with as many ids. */
    static final int LONGEST = 512 * 1024;

    private SearchBody() {}

    /**
     * The parameters of the body, which is JSON or a form, and those of the address, of which none may be in both.
     *
     * @throws RequestFailure.InvalidParameter if the body is no JSON, or a member's value none of a parameter
     * @throws RequestFailure.TooLarge if it is longer than {@value #LONGEST} bytes
     * @throws UnsupportedBody if it is something else
     */
    static QueryParameters read(HttpServletRequest request) throws IOException {
        MediaType type = mediaType(request);
        if (type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
            return QueryParameters.of(request);
        } else if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) || "json".equals(type.getSubtypeSuffix())) {
            return QueryParameters.of(request).and(JsonParameters.read(BodyText.read(request, LONGEST)));
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
}
