package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The media types that a client accepts (RFC 9110 §12.5.1).
 *
 * @param ranges none where the client says nothing, or nothing that can be read: RFC 9110 lets a server disregard that
 */
record AcceptHeader(List<MediaType> ranges) {
    /** How well a form is liked: the quality that its most precise range gives it. */
    record Fit(double quality, int precision) {
        static final Fit NONE = new Fit(0, 0);

        /** Of two qualities that are equal, that of a type that is named wins over that of a wildcard. */
        static final Comparator<Fit> BEST_LAST =
                Comparator.comparingDouble(Fit::quality).thenComparingInt(Fit::precision);

        private static Fit of(MediaType range) {
            return new Fit(range.getQualityValue(), range.isWildcardType() ? 1 : range.isWildcardSubtype() ? 2 : 3);
        }
    }

    static AcceptHeader of(HttpServletRequest request) {
        return of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    static AcceptHeader of(List<String> headers) {
        try {
            return new AcceptHeader(List.copyOf(MediaType.parseMediaTypes(headers)));
        } catch (InvalidMediaTypeException unreadable) {
            return new AcceptHeader(List.of());
        }
    }

    Fit fit(Predicate<MediaType> includes) {
        return ranges.stream()
                .filter(includes)
                .map(Fit::of)
                .max(Comparator.comparingInt(Fit::precision).thenComparingDouble(Fit::quality))
                .orElse(Fit.NONE);
    }
}
