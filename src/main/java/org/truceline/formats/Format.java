package org.truceline.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What features are answered in. */
public enum Format {
    GEO_JSON("GeoJSON", "geojson", "application/geo+json", "geojson"),
    HTML("HTML", "html", "text/html", "html"),
    GEO_JSON_SEQUENCE("GeoJSON text sequence", "geojsonseq", "application/geo+json-seq", "geojsons"),
    CSV("CSV", "csv", "text/csv;header=present;charset=utf-8", "csv"),
    FLAT_GEOBUF("FlatGeobuf", "fgb", "application/vnd.flatgeobuf", "fgb"),
    GEO_PACKAGE("GeoPackage", "gpkg", "application/geopackage+sqlite3", "gpkg");

    private final String title;
    private final String parameter;
    private final String mediaType;
    private final String extension;

    Format(String title, String parameter, String mediaType, String extension) {
        this.title = title;
        this.parameter = parameter;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The value of the parameter {@code f} that asks for it. */
    public String parameter() {
        return parameter;
    }

    /** To the letter: clients compare media types as texts. */
    public String mediaType() {
        return mediaType;
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether a page of it has a place for links; where it has none they stand in headers of the answer. */
    public boolean hasLinks() {
        return this == GEO_JSON || this == HTML;
    }

    /** Whether a whole layer can be sent while it is being read. The others are written in more than one place at a time. */
    public boolean isStreamed() {
        return this != FLAT_GEOBUF && this != GEO_PACKAGE;
    }

    /** The formats of pages of features, the default first. A GeoPackage is a database: there are no pages of it. */
    public static List<Format> listForPages() {
        return Arrays.stream(values()).filter(format -> format != GEO_PACKAGE).toList();
    }

    /** The formats in which all features can be had at once. */
    public static List<Format> listForWholes() {
        return Arrays.stream(values()).filter(format -> format != HTML).toList();
    }

    /** The format that a value of {@code f} means; {@code json} is GeoJSON's second name. */
    public static Optional<Format> findForPages(String parameter) {
        return listForPages().stream()
                .filter(format ->
                        format.parameter.equals(parameter) || (format == GEO_JSON && "json".equals(parameter)))
                .findFirst();
    }

    /** The format of a file name that ends so. */
    public static Optional<Format> findForWholes(String extension) {
        return listForWholes().stream()
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
