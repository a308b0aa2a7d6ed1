package org.truceline.geodesy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries for tests, in longitude/latitude degrees. */
final class Shapes {

    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private Shapes() {}

    /** The Kyrgyz–Tajik line of OpenStreetMap 2017 without exclaves: 1,599 vertices, 893 km. */
    static LineString border() {
        return read("/geodesy/kgz-tjk-main.csv");
    }

    /** The closed line around Vorukh, OpenStreetMap 2017: 196 vertices, 60 km. */
    static LineString vorukh() {
        return read("/geodesy/vorukh.csv");
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader(FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static LineString read(String resource) {
        try (InputStream in = Objects.requireNonNull(Shapes.class.getResourceAsStream(resource), resource)) {
            Coordinate[] coordinates = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 2))
                    .map(pair -> new Coordinate(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                    .toArray(Coordinate[]::new);
            return FACTORY.createLineString(coordinates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
