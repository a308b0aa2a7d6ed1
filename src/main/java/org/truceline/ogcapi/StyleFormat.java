package org.truceline.ogcapi;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;

/** What a style is written in. */
enum StyleFormat implements OfferedForm {
    MAPBOX("mapbox", MediaTypes.MAPBOX_STYLE, "Mapbox Style", "8", "https://maplibre.org/maplibre-style-spec/"),
    SLD("sld11", MediaTypes.SLD, "OGC SLD", "1.1", "https://www.ogc.org/standards/sld/"),
    QML(
            "qml",
            MediaTypes.QML,
            "QGIS QML",
            "3.22",
            "https://docs.qgis.org/3.22/en/docs/user_manual/appendices/qgis_file_formats.html");

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

    /** Whether a client that accepts this range of types reads it. Whoever reads JSON takes a style for some JSON. */
    @Override
    public boolean fits(MediaType range) {
        return isOfType(range, MediaType.parseMediaType(mediaType))
                || (this == MAPBOX && Representation.fitsJson(range));
    }

    /** A version that the client names has to be ours. */
    private static boolean isOfType(MediaType range, MediaType type) {
        String version = range.getParameter("version");
        return range.includes(type)
                && (version == null || version.startsWith(String.valueOf(type.getParameter("version"))));
    }

    static List<StyleFormat> list() {
        return Arrays.asList(values());
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public String mediaType() {
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
