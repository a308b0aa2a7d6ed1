package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;

/** The header {@code Prefer} (RFC 7240), which may come several times and names several preferences. */
final class Preference {
    static final String APPLIED = "Preference-Applied";
    static final String RESPOND_ASYNC = "respond-async";

    private static final String NAME = "Prefer";

    private Preference() {}

    /** Whether the client would rather not wait. Other preferences may be ignored, and are. */
    static boolean isForJob(HttpServletRequest request) {
        return Collections.list(request.getHeaders(NAME)).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(preference -> preference.replaceFirst("[;=].*", "").strip().toLowerCase(Locale.ROOT))
                .anyMatch(RESPOND_ASYNC::equals);
    }
}
