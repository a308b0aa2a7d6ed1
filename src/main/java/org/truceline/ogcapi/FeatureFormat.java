package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.truceline.formats.Format;
import org.truceline.ogcapi.AcceptHeader.Fit;

/**
 * In which format features are wanted: as {@link Representation} finds it for all other resources, of which each has
 * two forms.
 */
final class FeatureFormat {
    private FeatureFormat() {}

    /**
     * The format of a page of features. An {@code f} with any other value means the default here; reading the parameters
     * refuses it.
     *
     * @throws HttpMediaTypeNotAcceptableException if the client accepts none of them
     */
    static Format ofPage(QueryParameters parameters, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        String parameter = parameters.values().get(FormatParameter.NAME);
        if (parameter != null) {
            return Format.findForPages(parameter).orElse(Format.GEO_JSON);
        }
        return find(AcceptHeader.of(request)).orElseThrow(() -> new HttpMediaTypeNotAcceptableException(mediaTypes()));
    }

    /** Of formats that are liked alike the first wins: programs that take anything get GeoJSON. */
    static Optional<Format> find(AcceptHeader accept) {
        if (accept.ranges().isEmpty()) {
            return Optional.of(Format.GEO_JSON);
        }
        Comparator<Format> bestLast = Comparator.comparing(format -> fit(accept, format), Fit.BEST_LAST);
        return Format.listForPages().stream()
                .filter(format -> fit(accept, format).quality() > 0)
                .max(bestLast.thenComparing(Comparator.<Format>naturalOrder().reversed()));
    }

    private static Fit fit(AcceptHeader accept, Format format) {
        return switch (format) {
            case GEO_JSON -> accept.fit(Representation::fitsJson);
            case HTML -> accept.fit(Representation::fitsHtml);
            default -> {
                MediaType type = MediaType.parseMediaType(format.mediaType());
                yield accept.fit(range -> range.includes(type));
            }
        };
    }

    private static List<MediaType> mediaTypes() {
        return Format.listForPages().stream()
                .map(Format::mediaType)
                .map(MediaType::parseMediaType)
                .toList();
    }
}
