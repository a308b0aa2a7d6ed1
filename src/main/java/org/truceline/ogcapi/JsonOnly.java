package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The parameters of resources that come in JSON and nothing else. */
final class JsonOnly {
    private static final Set<String> KNOWN = Set.of(ItemsParameters.FORMAT);

    private JsonOnly() {}

    /**
     * Checks the parameters.
     *
     * @throws RequestFailure.InvalidParameter if there is any other than {@code f=json}
     */
    static void check(HttpServletRequest request) {
        QueryParameters.of(request, KNOWN).find(ItemsParameters.FORMAT, JsonOnly::requireJson);
    }

    private static String requireJson(String format) {
        if (!format.equals("json")) {
            throw new IllegalArgumentException("expected is json");
        }
        return format;
    }
}
