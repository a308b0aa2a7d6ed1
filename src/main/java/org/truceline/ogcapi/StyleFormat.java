package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.truceline.ogcapi.AcceptHeader.Fit;

/** What a style is written in. */
enum StyleFormat {
    MAPBOX("mapbox", MediaTypes.MAPBOX_STYLE, "Mapbox Style", "8", "https://maplibre.org/maplibre-style-spec/"),
    SLD("sld11", MediaTypes.SLD, "OGC SLD", "1.1", "https://www.ogc.org/standards/sld/"),
    QML(
            "qml",
            MediaTypes.QML,
            "QGIS QML",
            "3.22",
            "https://docs.qgis.org/3.22/en/docs/user_manual/appendices/qgis_file_formats.html");

    private static final Pattern PATH = Pattern.compile("/styles/[^/]+/?");

    private final String parameter;
    private final String mediaType;
    private final String title;
    private final String version;
    private final String specification;

    StyleFormat(String parameter, String mediaType, String title, String version, String specification) {
        this.parameter = parameter;
        this.mediaType = mediaType;
        this.title = title;
        this.version = version;
        this.specification = specification;
    }

    /** Whether it is a style that is asked for: its forms are other ones than those of other resources. */
    static boolean isOf(HttpServletRequest request) {
        return PATH.matcher(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .matches();
    }

    /**
     * The form that the request asks for: {@code f} decides, without it the {@code Accept} header; the first one where it
     * likes several alike.
     *
     * @throws RequestFailure.InvalidParameter if there is any other parameter, or another value
     * @throws HttpMediaTypeNotAcceptableException if it accepts none
     */
    static StyleFormat of(HttpServletRequest request, List<StyleFormat> offered)
            throws HttpMediaTypeNotAcceptableException {
        Optional<StyleFormat> named = QueryParameters.of(request, Set.of(FormatParameter.NAME))
                .find(FormatParameter.NAME, value -> require(value, offered));
        if (named.isPresent()) {
            return named.get();
        }
        AcceptHeader accept = AcceptHeader.of(request);
        if (accept.ranges().isEmpty()) {
            return offered.get(0);
        }
        return offered.stream()
                .filter(format -> accept.fit(format::fits).quality() > 0)
                .min(Comparator.comparing((StyleFormat format) -> accept.fit(format::fits), Fit.BEST_LAST.reversed())
                        .thenComparing(format -> format))
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(offered.stream()
                        .map(format -> MediaType.parseMediaType(format.mediaType))
                        .toList()));
    }

    private static StyleFormat require(String value, List<StyleFormat> offered) {
        return offered.stream()
                .filter(format -> format.parameter.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected is one of "
                        + offered.stream().map(StyleFormat::parameter).collect(Collectors.joining(", "))));
    }

    /** Whether a client that accepts this range of types reads it. Whoever reads JSON takes a style for some JSON. */
    private boolean fits(MediaType range) {
        return isOfType(range, MediaType.parseMediaType(mediaType))
                || (this == MAPBOX && Representation.fitsJson(range));
    }

    /** A version that the client names has to be ours. */
    private static boolean isOfType(MediaType range, MediaType type) {
        String version = range.getParameter("version");
        return range.includes(type)
                && (version == null || version.startsWith(String.valueOf(type.getParameter("version"))));
    }

    static List<String> parameters() {
        return Arrays.stream(values()).map(StyleFormat::parameter).toList();
    }

    String parameter() {
        return parameter;
    }

    String mediaType() {
        return mediaType;
    }

    String title() {
        return title;
    }

    String version() {
        return version;
    }

    String specification() {
        return specification;
    }
}
