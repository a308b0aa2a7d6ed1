package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * In which of its forms a resource is wanted. {@code f} decides; without it the {@code Accept} header by its qualities
 * (RFC 9110 §12.5.1). The two qualities being equal, a type that is named wins over one that a wildcard includes, and
 * JSON over HTML: programs that say nothing, or that take anything, get JSON.
 */
enum Representation {
    /** JSON of whatever kind the resource has: GeoJSON, a JSON Schema, an OpenAPI document, a problem. */
    JSON,
    HTML;

    private static final Comparator<Fit> BEST_LAST =
            Comparator.comparingDouble(Fit::quality).thenComparingInt(Fit::precision);

    /** How well an {@code Accept} header likes a form: the quality that its most precise range gives it. */
    private record Fit(double quality, int precision) {
        static final Fit NONE = new Fit(0, 0);

        static Fit of(MediaType range) {
            return new Fit(range.getQualityValue(), range.isWildcardType() ? 1 : range.isWildcardSubtype() ? 2 : 3);
        }
    }

    /** The form that the request asks for; empty if it accepts neither. An {@code f} with any other value is ignored. */
    static Optional<Representation> find(HttpServletRequest request) {
        String format = findFormat(request).orElse("");
        if ("html".equals(format)) {
            return Optional.of(HTML);
        } else if ("json".equals(format) || "geojson".equals(format)) {
            return Optional.of(JSON);
        }
        return find(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    /** Read with all other parameters: the container reports once that one can't be decoded, and then drops it. */
    private static Optional<String> findFormat(HttpServletRequest request) {
        return Optional.ofNullable(QueryParameters.decoded(request).get(FormatParameter.NAME))
                .map(values -> values[0]);
    }

    static Optional<Representation> find(List<String> acceptHeaders) {
        List<MediaType> ranges = parse(acceptHeaders);
        if (ranges.isEmpty()) {
            return Optional.of(JSON);
        }
        Fit json = fit(ranges, Representation::fitsJson);
        Fit html = fit(ranges, Representation::fitsHtml);
        if (json.quality() == 0 && html.quality() == 0) {
            return Optional.empty();
        }
        return Optional.of(BEST_LAST.compare(html, json) > 0 ? HTML : JSON);
    }

    private static List<MediaType> parse(List<String> acceptHeaders) {
        try {
            return new ArrayList<>(MediaType.parseMediaTypes(acceptHeaders));
        } catch (InvalidMediaTypeException unreadable) {
            // As if there were no header: RFC 9110 lets a server disregard it.
            return List.of();
        }
    }

    private static Fit fit(List<MediaType> ranges, Predicate<MediaType> fits) {
        return ranges.stream()
                .filter(fits)
                .map(Fit::of)
                .max(Comparator.comparingInt(Fit::precision).thenComparingDouble(Fit::quality))
                .orElse(Fit.NONE);
    }

    private static boolean fitsJson(MediaType range) {
        return range.includes(MediaType.APPLICATION_JSON)
                || range.getSubtype().equals("json")
                || "json".equals(range.getSubtypeSuffix());
    }

    private static boolean fitsHtml(MediaType range) {
        return range.includes(MediaType.TEXT_HTML) || range.includes(MediaType.APPLICATION_XHTML_XML);
    }
}
