package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Entity tags of answers in gzip. The same answer in another coding is other bytes, so it has another strong tag (RFC 9110
 * §8.8.3.3): the plain one's, with the coding's name at its end. Only here and in {@link CompressedResponse} are there
 * such: the rest of the server compares plain ones.
 *
 * @param asked the tags of {@code If-None-Match}, as they came
 */
record CodedTags(String asked) {
    private static final String GZIP_END = "--gzip\"";

    static CodedTags of(HttpServletRequest request) {
        return new CodedTags(String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH))));
    }

    /** The tag of the answer in gzip. */
    static String inGzip(String plainTag) {
        return plainTag.substring(0, plainTag.length() - 1) + GZIP_END;
    }

    /** The tag under which the client has the answer; the plain one if it has both. */
    String asAsked(String plainTag) {
        return !asked.contains(plainTag) && asked.contains(inGzip(plainTag)) ? inGzip(plainTag) : plainTag;
    }

    /** The request with plain tags for those of answers in gzip. */
    HttpServletRequest withoutCodings(HttpServletRequest request) {
        String plain = asked.replace(GZIP_END, "\"");
        return plain.equals(asked) ? request : new PlainTags(request, plain);
    }

    private static final class PlainTags extends HttpServletRequestWrapper {
        private final String plain;

        PlainTags(HttpServletRequest request, String plain) {
            super(request);
            this.plain = plain;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isTags(name) ? plain : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isTags(name) ? Collections.enumeration(List.of(plain)) : super.getHeaders(name);
        }

        private static boolean isTags(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH);
        }
    }
}
