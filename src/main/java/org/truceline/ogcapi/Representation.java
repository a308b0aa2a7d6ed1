package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.truceline.ogcapi.AcceptHeader.Fit;
import org.truceline.ogcapi.RequestFailure.TooLarge;

/**
 * In which of its forms a resource is wanted. {@code f} decides; without it the {@code Accept} header by its qualities
 * (RFC 9110 §12.5.1). The two qualities being equal, a type that is named wins over one that a wildcard includes, and
 * JSON over HTML: programs that say nothing, or that take anything, get JSON.
 */
enum Representation {
    /** JSON of whatever kind the resource has: GeoJSON, a JSON Schema, an OpenAPI document, a problem. */
    JSON,
    HTML;

    /** The form that the request asks for; empty if it accepts neither. An {@code f} with any other value is ignored. */
    static Optional<Representation> find(HttpServletRequest request) {
        String format = findFormat(request).orElse("");
        return switch (format) {
            case FormatParameter.HTML -> Optional.of(HTML);
            case FormatParameter.JSON, "geojson", TilesetsController.TILE_JSON -> Optional.of(JSON);
            default -> find(AcceptHeader.of(request));
        };
    }

    /** Read with all other parameters: the container reports once that one can't be decoded, and then drops it. */
    static Optional<String> findFormat(HttpServletRequest request) {
        try {
            return Optional.ofNullable(QueryParameters.decoded(request).get(FormatParameter.NAME))
                    .map(values -> values[0]);
        } catch (TooLarge unread) {
            // The container says so each time, also to whoever asks in which form to say it.
            return Optional.empty();
        }
    }

    static Optional<Representation> find(AcceptHeader accept) {
        if (accept.ranges().isEmpty()) {
            return Optional.of(JSON);
        }
        Fit json = accept.fit(Representation::fitsJson);
        Fit html = accept.fit(Representation::fitsHtml);
        if (json.quality() == 0 && html.quality() == 0) {
            return Optional.empty();
        }
        return Optional.of(Fit.BEST_LAST.compare(html, json) > 0 ? HTML : JSON);
    }

    static boolean fitsJson(MediaType range) {
        return range.includes(MediaType.APPLICATION_JSON)
                || range.getSubtype().equals("json")
                || "json".equals(range.getSubtypeSuffix());
    }

    static boolean fitsHtml(MediaType range) {
        return range.includes(MediaType.TEXT_HTML) || range.includes(MediaType.APPLICATION_XHTML_XML);
    }
}
