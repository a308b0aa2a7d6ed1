package org.truceline.processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Geometries in GeoJSON (RFC 7946), longitude before latitude in degrees. */
public final class GeoJson {
    /** The types that are read. */
    static final List<String> TYPES = List.of(
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon",
            "GeometryCollection",
            "Feature",
            "FeatureCollection");

    private GeoJson() {}

    /**
     * Reads a geometry. A third number of a position, the height, has no meaning here and is ignored.
     *
     * @throws IllegalArgumentException with what was expected, if it is none, is empty, or has more positions
     */
    static Geometry read(JsonNode value, int mostPositions) {
        return new GeoJsonReader(mostPositions, true).read(value);
    }

    /**
     * Reads a geometry whose positions are in a coordinate reference system that was named elsewhere, in its order of axes.
     *
     * @throws IllegalArgumentException as above
     */
    public static Geometry readIn(boolean isInDegrees, JsonNode value, int mostPositions) {
        return new GeoJsonReader(mostPositions, isInDegrees).read(value);
    }

    /** A geometry as objects that are written as GeoJSON, its coordinates to the last digit. */
    public static Map<String, Object> of(Geometry geometry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", geometry.getGeometryType());
        if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            json.put("geometries", parts(geometry).map(GeoJson::of).toList());
        } else {
            json.put("coordinates", coordinates(geometry));
        }
        return json;
    }

    /** A feature with these properties, whose order is kept. They stand first: people see only how a long result begins. */
    public static Map<String, Object> feature(Geometry geometry, Map<String, Object> properties) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("properties", properties);
        json.put("geometry", of(geometry));
        return json;
    }

    /** A collection of features, in this order. */
    public static Map<String, Object> collection(List<Map<String, Object>> features) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "FeatureCollection");
        json.put("features", features);
        return json;
    }

    private static Object coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            return point.isEmpty() ? List.of() : position(point.getCoordinate());
        } else if (geometry instanceof LineString line) {
            return positions(line);
        } else if (geometry instanceof Polygon polygon) {
            return polygon.isEmpty() ? List.of() : rings(polygon);
        } else if (geometry instanceof GeometryCollection) {
            return parts(geometry).map(GeoJson::coordinates).toList();
        }
        throw new IllegalArgumentException("GeoJSON knows no " + geometry.getGeometryType());
    }

    private static Stream<Geometry> parts(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries()).mapToObj(geometry::getGeometryN);
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    /** Counterclockwise around an area, clockwise around a hole (RFC 7946 §3.1.6). */
    private static List<double[]> ring(LinearRing ring, boolean isAroundArea) {
        boolean isInOrder = Orientation.isCCW(ring.getCoordinateSequence()) == isAroundArea;
        return positions(isInOrder ? ring : ring.reverse());
    }

    private static List<double[]> positions(LineString line) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        return IntStream.range(0, vertices.size())
                .mapToObj(i -> new double[] {vertices.getX(i), vertices.getY(i)})
                .toList();
    }

    private static double[] position(Coordinate place) {
        return new double[] {place.getX(), place.getY()};
    }
}
