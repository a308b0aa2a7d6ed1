package org.truceline.formats;

import java.io.OutputStream;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureSink;

/**
 * How a page of features is written in the formats made for programs.
 *
 * @param order in which GeoJSON writes coordinates; the other formats say for themselves which axis is which
 * @param links of the page, in formats that have a place for them
 */
public record PageEncoding(FeatureQuery query, AxisOrder order, PageLinks links) {
    /**
     * The encoder.
     *
     * @param out takes the bytes; it is flushed at the end and not closed
     */
    public FeatureSink into(OutputStream out, Format format) {
        return switch (format) {
            case GEO_JSON -> GeoJsonDocument.collection(query, order, links, out);
            case GEO_JSON_SEQUENCE -> new GeoJsonSequence(query, order, out);
            case CSV -> new CsvDocument(query, out);
            case FLAT_GEOBUF -> new FlatGeobufStream(query, out);
            case HTML -> throw new IllegalArgumentException("a page of HTML needs a frame");
            case GEO_PACKAGE -> throw new IllegalArgumentException("there are no pages of a GeoPackage");
        };
    }
}
