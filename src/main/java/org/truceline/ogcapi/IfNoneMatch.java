package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The header {@code If-None-Match}: entity tags of the answers that a client has. It is compared weakly (RFC 9110
 * §13.1.2): a cache on the way may have made a tag weak. A star, which is for writing, is answered in full.
 */
record IfNoneMatch(String value) {
    static IfNoneMatch of(HttpServletRequest request) {
        return new IfNoneMatch(String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH))));
    }

    /**
     * Whether the client has the answer of this tag.
     *
     * @param tag strong, with its quotes; its text holds no quote, and so stands between quotes in the header if it does
     */
    boolean names(String tag) {
        return value.contains(tag);
    }

    boolean isThere() {
        return !value.isEmpty();
    }

    /**
     * A tag that begins so.
     *
     * @param beginning with the opening quote
     */
    Optional<String> findBeginning(String beginning) {
        int start = value.indexOf(beginning);
        int end = start < 0 ? -1 : value.indexOf('"', start + beginning.length());
        return end < 0 ? Optional.empty() : Optional.of(value.substring(start, end + 1));
    }
}
