package org.truceline.formats;

import static org.truceline.layers.GeometryColumn.CRS84_SRID;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.truceline.features.FeatureQuery;
import org.truceline.layers.GeometryColumn;
import org.truceline.layers.Property;

/** The columns of CSV that tell where a feature is. Longitude, or easting, comes first, whatever the reference system says. */
abstract class CsvPlace {
    private final List<String> columns;

    private CsvPlace(List<String> columns) {
        this.columns = columns;
    }

    /** Coordinates where the layer is one of points, else well-known text in one column. */
    static CsvPlace of(FeatureQuery query, ByteOutput out) {
        GeometryColumn geometry = query.layer().geometry();
        if (!geometry.plainType().equals("Point")) {
            return new Text(free("WKT", query), out);
        }
        boolean isInDegrees = query.output().srid() == CRS84_SRID;
        String type = geometry.type();
        List<String> dimensions = Stream.of(
                        Optional.of(isInDegrees ? "lon" : "x"),
                        Optional.of(isInDegrees ? "lat" : "y"),
                        type.contains("Z") ? Optional.of("z") : Optional.<String>empty(),
                        type.endsWith("M") ? Optional.of("m") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .map(name -> free(name, query))
                .toList();
        return new Coordinates(dimensions, out);
    }

    /** A name that no column of the layer has. */
    private static String free(String wanted, FeatureQuery query) {
        List<String> taken = Stream.concat(Stream.of(query.layer().idColumn()), query.output().properties().stream())
                .map(Property::name)
                .toList();
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    List<String> columns() {
        return columns;
    }

    /** Writes the fields, each with a comma before it; they are empty where there is no geometry. */
    abstract void write(Optional<byte[]> wkb) throws IOException;

    private static final class Coordinates extends CsvPlace {
        private final ByteOutput out;
        private final int dimensions;

        Coordinates(List<String> columns, ByteOutput out) {
            super(columns);
            this.out = out;
            this.dimensions = columns.size();
        }

        @Override
        void write(Optional<byte[]> wkb) throws IOException {
            ByteBuffer point = ByteBuffer.wrap(wkb.orElse(new byte[0]));
            if (point.hasRemaining()) {
                WkbHead.read(point);
            }
            for (int i = 0; i < dimensions; i++) {
                out.write(',');
                // An empty point is NaN, and so may a single dimension be.
                double coordinate = point.hasRemaining() ? point.getDouble() : Double.NaN;
                if (!Double.isNaN(coordinate)) {
                    out.real(coordinate);
                }
            }
        }
    }

    private static final class Text extends CsvPlace {
        private final ByteOutput out;
        private final WellKnownText text;

        Text(String column, ByteOutput out) {
            super(List.of(column));
            this.out = out;
            this.text = new WellKnownText(out);
        }

        @Override
        void write(Optional<byte[]> wkb) throws IOException {
            out.write(',');
            if (wkb.isPresent()) {
                out.write('"');
                text.write(wkb.get());
                out.write('"');
            }
        }
    }
}
