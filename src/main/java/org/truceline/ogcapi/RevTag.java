package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Entity tags of features that can be edited: the number of the record's version, a dot, and what else the answer is made
 * of. {@code If-Match} is held against the number, so that an edit of another feature, by which the layer's tags move,
 * makes no edit of this one fail.
 */
final class RevTag {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private RevTag() {}

    /**
     * The tag.
     *
     * @param tag with its quotes, as is the one returned
     */
    static String of(long rev, String tag) {
        return "\"" + rev + "." + tag.substring(1);
    }

    /**
     * Which versions of a feature the request is for, by the header {@code If-Match} (RFC 9110 §13.1.1): one that isn't
     * there and a star mean any, a weak tag none.
     */
    static LongPredicate expected(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (headers.isEmpty()) {
            return rev -> true;
        }
        List<String> tags =
                COMMA.splitAsStream(String.join(",", headers).strip()).toList();
        return rev -> tags.contains("*") || tags.stream().anyMatch(tag -> tag.startsWith("\"" + rev + "."));
    }
}
