package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureQuery.Tie;
import org.truceline.features.FeatureSink;

/**
 * How all features of a question are written as one document, without pages.
 *
 * @param order in which GeoJSON writes coordinates; the other formats say for themselves which axis is which
 * @param crsText the reference system of the features in well-known text, for formats that carry it
 */
public record WholeEncoding(FeatureQuery query, AxisOrder order, String crsText) {
    /** Reads the features into the encoder. */
    @FunctionalInterface
    public interface Reading {
        void into(FeatureSink encoder) throws IOException;
    }

    /** In which order a format wants features that nobody asked an order for. */
    public static Tie tie(Format format) {
        return format == Format.FLAT_GEOBUF ? Tie.PLACE : Tie.STORAGE;
    }

    /**
     * The encoder of a format that can be sent while it is written.
     *
     * @param out takes the bytes; it is flushed at the end and not closed
     */
    public FeatureSink into(OutputStream out, Format format) {
        return switch (format) {
            case GEO_JSON -> new GeoJsonWhole(query, order, out);
            case GEO_JSON_SEQUENCE -> new GeoJsonSequence(query, order, out);
            case CSV -> new CsvDocument(query, out);
            case FLAT_GEOBUF, GEO_PACKAGE, HTML ->
                throw new IllegalArgumentException(format + " is not written from its beginning to its end");
        };
    }

    /**
     * Writes a file, in any format but HTML.
     *
     * @param file is there and empty
     */
    public void write(Path file, Format format, Reading reading) throws IOException {
        if (format == Format.FLAT_GEOBUF) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                reading.into(new FlatGeobufFile(query, channel));
            }
        } else if (format == Format.GEO_PACKAGE) {
            try (GeoPackageFile geoPackage = new GeoPackageFile(query, file, crsText)) {
                reading.into(geoPackage);
            }
        } else {
            try (OutputStream out = Files.newOutputStream(file)) {
                reading.into(into(out, format));
            }
        }
    }
}
