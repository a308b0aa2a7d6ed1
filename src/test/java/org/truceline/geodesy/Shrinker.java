package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Makes a geometry that fails simpler, as long as it still fails: fewer parts, then fewer vertices, then rounder ones. */
record Shrinker(Predicate<Geometry> fails) {

    private static final int MOST_STEPS = 500;

    Geometry shrink(Geometry geometry) {
        Geometry least = geometry;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Geometry> simpler = simpler(least).filter(fails).findFirst();
            if (simpler.isEmpty()) {
                break;
            }
            least = simpler.get();
        }
        return least;
    }

    private static Stream<Geometry> simpler(Geometry geometry) {
        if (geometry instanceof GeometryCollection) {
            return parts(geometry);
        }
        if (geometry instanceof Polygon polygon && polygon.getNumInteriorRing() > 0) {
            return Stream.of(
                    Shapes.FACTORY.createPolygon(polygon.getExteriorRing()),
                    Shapes.FACTORY.createPolygon(polygon.getInteriorRingN(0)),
                    polygon.getBoundary());
        }
        if (geometry instanceof Polygon polygon) {
            return Stream.concat(
                    Stream.of(polygon.getExteriorRing()),
                    vertices(polygon.getExteriorRing())
                            .filter(ring -> ring.length > 3)
                            .map(Shapes.FACTORY::createPolygon));
        }
        return geometry instanceof LineString line
                ? vertices(line).filter(path -> path.length > 1).map(Shapes.FACTORY::createLineString)
                : Stream.empty();
    }

    /** One part alone, then the parts less one, then with one part made simpler. */
    private static Stream<Geometry> parts(Geometry all) {
        int count = all.getNumGeometries();
        Stream<Geometry> single = IntStream.range(0, count).mapToObj(all::getGeometryN);
        Stream<Geometry> without = IntStream.range(0, count).mapToObj(i -> replaced(all, i, Stream.empty()));
        Stream<Geometry> within = IntStream.range(0, count)
                .boxed()
                .flatMap(i -> simpler(all.getGeometryN(i)).map(part -> replaced(all, i, Stream.of(part))));
        return Stream.of(single, without, within).flatMap(stream -> stream);
    }

    private static Geometry replaced(Geometry all, int at, Stream<Geometry> by) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            if (i == at) {
                by.forEach(parts::add);
            } else {
                parts.add(all.getGeometryN(i));
            }
        }
        return Shapes.FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    /** Without a half, a quarter … one of its vertices; then all rounded to fewer digits. */
    private static Stream<Coordinate[]> vertices(LineString line) {
        Coordinate[] path = line.getCoordinates();
        boolean isRing = line instanceof LinearRing;
        List<Coordinate[]> simpler = new ArrayList<>();
        for (int length = path.length / 2; length >= 1; length /= 2) {
            for (int from = 0; from + length <= path.length; from += length) {
                simpler.add(without(path, from, from + length, isRing));
            }
        }
        for (double unit : new double[] {1, 1e2, 1e4, 1e6, 1e8, 1e10}) {
            Coordinate[] rounded = rounded(path, unit);
            if (!line.getFactory()
                    .createLineString(rounded)
                    .equalsExact(line.getFactory().createLineString(path))) {
                simpler.add(rounded);
            }
        }
        return simpler.stream();
    }

    private static Coordinate[] without(Coordinate[] path, int from, int to, boolean isRing) {
        CoordinateList kept = new CoordinateList();
        for (int i = 0; i < path.length; i++) {
            if (i < from || i >= to) {
                kept.add(path[i], true);
            }
        }
        if (isRing && !kept.isEmpty()) {
            kept.closeRing();
        }
        return kept.toCoordinateArray();
    }

    private static Coordinate[] rounded(Coordinate[] path, double unit) {
        Coordinate[] rounded = new Coordinate[path.length];
        for (int i = 0; i < path.length; i++) {
            rounded[i] = new Coordinate(Math.rint(path[i].x * unit) / unit, Math.rint(path[i].y * unit) / unit);
        }
        return rounded;
    }
}
