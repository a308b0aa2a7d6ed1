package org.truceline.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads one geometry in GeoJSON, and says what is wrong with it in the terms of whoever wrote it. */
final class GeoJsonReader {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int DEEPEST = 8;

    /** As far as unwrapped longitudes are followed: once more round the Earth than from −180 to 180. */
    private static final double WIDEST_LONGITUDE = 540;

    private final int mostPositions;
    private final boolean isInDegrees;
    private int positions;

    /**
     * For one geometry.
     *
     * @param isInDegrees whether positions are longitude and latitude, and not in some other reference system, which has
     *     been named elsewhere
     */
    GeoJsonReader(int mostPositions, boolean isInDegrees) {
        this.mostPositions = mostPositions;
        this.isInDegrees = isInDegrees;
    }

    Geometry read(JsonNode value) {
        Geometry geometry = read(value, 0);
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("the geometry is empty; expected is one with a position");
        }
        return geometry;
    }

    private Geometry read(JsonNode value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "collections are nested more than " + DEEPEST + " deep; expected are fewer levels");
        }
        if (isInDegrees) {
            requireDegrees(value);
        }
        JsonNode coordinates = value.path("coordinates");
        return switch (value.path("type").asString("")) {
            case "Point" -> point(coordinates);
            case "MultiPoint" ->
                FACTORY.createMultiPoint(list(coordinates, this::point).toArray(Point[]::new));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(list(coordinates, this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(list(coordinates, this::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" -> collection(value.path("geometries"), depth);
            case "Feature" -> read(value.path("geometry"), depth + 1);
            case "FeatureCollection" -> collection(value.path("features"), depth);
            default ->
                throw new IllegalArgumentException(
                        "expected is a GeoJSON object whose type is one of " + String.join(", ", GeoJson.TYPES));
        };
    }

    /** GeoJSON of before 2016 could name another reference system, and some programs still do. */
    private static void requireDegrees(JsonNode value) {
        String crs = value.path("crs").path("properties").path("name").asString("CRS84");
        if (!crs.endsWith("CRS84") && !crs.endsWith("EPSG::4326") && !crs.endsWith("EPSG:4326")) {
            throw new IllegalArgumentException("the reference system is " + Quote.of(crs)
                    + "; expected are longitude and latitude in degrees (CRS84), as GeoJSON has them");
        }
    }

    private Geometry collection(JsonNode members, int depth) {
        return FACTORY.createGeometryCollection(
                list(members, member -> read(member, depth + 1)).toArray(Geometry[]::new));
    }

    private Point point(JsonNode position) {
        return position.isArray() && position.isEmpty()
                ? FACTORY.createPoint()
                : FACTORY.createPoint(position(position));
    }

    private LineString line(JsonNode vertices) {
        List<Coordinate> line = list(vertices, this::position);
        if (line.size() == 1) {
            throw new IllegalArgumentException("a line has one position; expected are two or more");
        }
        return FACTORY.createLineString(line.toArray(Coordinate[]::new));
    }

    private Polygon polygon(JsonNode rings) {
        List<LinearRing> closed = list(rings, this::ring);
        return closed.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(
                        closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode vertices) {
        List<Coordinate> ring = list(vertices, this::position);
        int size = ring.size();
        if (size > 0 && (size < 4 || !ring.get(0).equals2D(ring.get(size - 1)))) {
            throw new IllegalArgumentException(
                    "a ring of a polygon has " + size + " positions, the first " + text(ring.get(0)) + ", the last "
                            + text(ring.get(size - 1)) + "; expected are four or more, the last like the first");
        }
        return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private static String text(Coordinate place) {
        return "[" + place.getX() + ", " + place.getY() + "]";
    }

    private Coordinate position(JsonNode position) {
        if (++positions > mostPositions) {
            throw new IllegalArgumentException(
                    "the geometry has more than " + mostPositions + " positions; expected are at most that many");
        }
        JsonNode longitude = position.path(0);
        JsonNode latitude = position.path(1);
        if (!position.isArray() || !longitude.isNumber() || !latitude.isNumber()) {
            throw new IllegalArgumentException("a position is " + Quote.of(position.toString())
                    + "; expected is an array of longitude and latitude in degrees");
        }
        double x = longitude.asDouble();
        double y = latitude.asDouble();
        if (isInDegrees && !(Math.abs(x) <= WIDEST_LONGITUDE && Math.abs(y) <= 90)) {
            throw new IllegalArgumentException("a position is " + Quote.of(position.toString())
                    + "; expected are a longitude within ±540 (beyond ±180: unwrapped) and a latitude within ±90");
        }
        return new Coordinate(x, y);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        if (!array.isArray()) {
            throw new IllegalArgumentException(
                    "coordinates, geometries or features are missing or no array; expected is a GeoJSON geometry");
        }
        List<T> list = new ArrayList<>(array.size());
        array.forEach(element -> list.add(reader.apply(element)));
        return list;
    }
}
