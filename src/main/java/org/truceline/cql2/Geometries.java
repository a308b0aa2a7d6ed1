package org.truceline.cql2;

import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.truceline.cql2.Expression.Box;

/** Makes geometries of coordinates, and says where those make none. */
final class Geometries {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Geometries() {}

    static Box box(List<Double> numbers, Position position) {
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw new Cql2ParseException(
                    position,
                    "the box has " + numbers.size() + " numbers",
                    "a box of four numbers, or of six with heights");
        }
        int upper = numbers.size() / 2;
        return new Box(numbers.get(0), numbers.get(1), numbers.get(upper), numbers.get(upper + 1), position);
    }

    /** Two ordinates, or three with a height; more than three are as good as three. */
    static Coordinate coordinate(List<Double> ordinates) {
        return ordinates.size() == 2
                ? new CoordinateXY(ordinates.get(0), ordinates.get(1))
                : new Coordinate(ordinates.get(0), ordinates.get(1), ordinates.get(2));
    }

    static Point point(Coordinate coordinate) {
        return FACTORY.createPoint(coordinate);
    }

    static LineString lineString(List<Coordinate> coordinates, Position position) {
        return orFault(() -> FACTORY.createLineString(coordinates.toArray(Coordinate[]::new)), position);
    }

    private static LinearRing ring(List<Coordinate> coordinates, Position position) {
        if (coordinates.size() < 4) {
            throw new Cql2ParseException(
                    position, "the ring has " + coordinates.size() + " positions", "a ring of four positions or more");
        }
        return orFault(() -> FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new)), position);
    }

    /** The outer ring, then the holes. */
    static Polygon polygon(List<List<Coordinate>> rings, Position position) {
        List<LinearRing> linear =
                rings.stream().map(ring -> ring(ring, position)).toList();
        if (linear.isEmpty()) {
            throw new Cql2ParseException(position, "the polygon is empty", "a polygon with an outer ring");
        }
        return FACTORY.createPolygon(
                linear.get(0), linear.subList(1, linear.size()).toArray(LinearRing[]::new));
    }

    static Geometry multiPoint(List<Point> points) {
        return FACTORY.createMultiPoint(points.toArray(Point[]::new));
    }

    static Geometry multiLineString(List<LineString> lines) {
        return FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    static Geometry multiPolygon(List<Polygon> polygons) {
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    static Geometry collection(List<Geometry> geometries) {
        return FACTORY.createGeometryCollection(geometries.toArray(Geometry[]::new));
    }

    private static <T> T orFault(Supplier<T> maker, Position position) {
        try {
            return maker.get();
        } catch (IllegalArgumentException fault) {
            throw new Cql2ParseException(
                    position,
                    "the coordinates make no geometry, because " + fault.getMessage() + ",",
                    "a line of two positions or more, or a ring that ends where it began");
        }
    }
}
