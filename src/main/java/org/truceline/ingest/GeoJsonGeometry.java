package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;

/**
 * Geometry objects of RFC 7946, section 3.1, all but GeometryCollection. Longitude, latitude; heights are not read. What
 * is malformed is told by its place; whether the shape is valid is for {@link Shapes} to say.
 */
final class GeoJsonGeometry {
    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private static final String FIELD = "geometry";

    private GeoJsonGeometry() {}

    static Geometry read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        String type = geometry.path("type").asString("");
        return switch (type) {
            case "Point" -> point(coordinates);
            case "MultiPoint" -> FACTORY.createMultiPoint(list(coordinates, GeoJsonGeometry::point, Point[]::new));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(list(coordinates, GeoJsonGeometry::line, LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(list(coordinates, GeoJsonGeometry::polygon, Polygon[]::new));
            default ->
                throw new InvalidField(
                        FIELD, "is of type '" + type + "'; expected Point, LineString, Polygon or their Multi forms");
        };
    }

    private static Point point(JsonNode position) {
        return FACTORY.createPoint(coordinate(position));
    }

    private static LineString line(JsonNode positions) {
        Coordinate[] coordinates = coordinates(positions);
        if (coordinates.length < 2) {
            throw new InvalidField(FIELD, "has a line of " + coordinates.length + " positions; expected two or more");
        }
        return FACTORY.createLineString(coordinates);
    }

    private static LinearRing ring(JsonNode positions) {
        Coordinate[] coordinates = coordinates(positions);
        if (coordinates.length < 4 || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            throw new InvalidField(
                    FIELD,
                    "has a ring that is not closed: expected four or more positions, the last equal to the first");
        }
        return FACTORY.createLinearRing(coordinates);
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing[] all = list(rings, GeoJsonGeometry::ring, LinearRing[]::new);
        if (all.length == 0) {
            throw new InvalidField(FIELD, "has a polygon without rings");
        }
        LinearRing[] holes = new LinearRing[all.length - 1];
        System.arraycopy(all, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(all[0], holes);
    }

    private static Coordinate[] coordinates(JsonNode positions) {
        return list(positions, GeoJsonGeometry::coordinate, Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode position) {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw new InvalidField(FIELD, "has the position " + brief(position) + "; expected [longitude, latitude]");
        }
        return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }

    private static <T> T[] list(JsonNode array, Function<JsonNode, T> reader, IntFunction<T[]> maker) {
        if (!array.isArray()) {
            throw new InvalidField(FIELD, "has " + brief(array) + " where a list of coordinates was expected");
        }
        List<T> items = new ArrayList<>(array.size());
        array.forEach(item -> items.add(reader.apply(item)));
        return items.toArray(maker);
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
