package org.truceline.geodesy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
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

    /**
     * The border with so many vertices: some of them, or more with noise between, each new one aside from the middle of
     * its neighbours by a share of their distance. The same for every caller.
     */
    static LineString noisyBorder(int vertices) {
        Random random = new Random(5);
        Coordinate[] line = border().getCoordinates();
        while (line.length < vertices) {
            line = withMiddles(line, Math.min(line.length - 1, vertices - line.length), random);
        }
        Coordinate[] chosen = new Coordinate[vertices];
        for (int i = 0; i < vertices; i++) {
            chosen[i] = line[(int) ((long) i * (line.length - 1) / (vertices - 1))];
        }
        return FACTORY.createLineString(chosen);
    }

    private static Coordinate[] withMiddles(Coordinate[] line, int middles, Random random) {
        List<Coordinate> more = new ArrayList<>();
        for (int i = 0; i + 1 < line.length; i++) {
            more.add(line[i]);
            if ((long) (i + 1) * middles / (line.length - 1) > (long) i * middles / (line.length - 1)) {
                Coordinate from = line[i];
                Coordinate to = line[i + 1];
                double aside = 0.15 * random.nextGaussian();
                more.add(new Coordinate(
                        (from.x + to.x) / 2 - aside * (to.y - from.y), (from.y + to.y) / 2 + aside * (to.x - from.x)));
            }
        }
        more.add(line[line.length - 1]);
        return more.toArray(new Coordinate[0]);
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader(FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A border or country as Natural Earth draws it. */
    static Geometry published(String name) {
        return wkt(text("/geodesy/published/" + name + ".wkt"));
    }

    static int holesIn(Geometry area) {
        int holes = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            holes += ((Polygon) area.getGeometryN(i)).getNumInteriorRing();
        }
        return holes;
    }

    private static LineString read(String resource) {
        Coordinate[] coordinates = text(resource)
                .lines()
                .map(line -> line.split(",", 2))
                .map(pair -> new Coordinate(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                .toArray(Coordinate[]::new);
        return FACTORY.createLineString(coordinates);
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Shapes.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
