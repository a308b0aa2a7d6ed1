package org.truceline.cql2;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Makes geometries of GeoJSON (RFC 7946, §3.1). */
final class JsonGeometry {
    private JsonGeometry() {}

    static Geometry geometry(Json.Members object) {
        Json type = object.get("type");
        if (type.text("the type of a geometry").equals("GeometryCollection")) {
            List<Json> parts = object.get("geometries").elements("an array of geometries");
            return Geometries.collection(parts.stream().map(JsonGeometry::part).toList());
        }
        return simple(object);
    }

    private static Geometry part(Json json) {
        if (json instanceof Json.Members part) {
            return simple(part);
        }
        throw json.fault("a geometry");
    }

    private static Geometry simple(Json.Members object) {
        Json type = object.get("type");
        Json coordinates = object.get("coordinates");
        return switch (type.text("the type of a geometry")) {
            case "Point" -> Geometries.point(coordinate(coordinates));
            case "LineString" -> lineString(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiPoint" ->
                Geometries.multiPoint(
                        coordinates(coordinates).stream().map(Geometries::point).toList());
            case "MultiLineString" ->
                Geometries.multiLineString(coordinates.elements("an array of lines").stream()
                        .map(JsonGeometry::lineString)
                        .toList());
            case "MultiPolygon" ->
                Geometries.multiPolygon(coordinates.elements("an array of polygons").stream()
                        .map(JsonGeometry::polygon)
                        .toList());
            default ->
                throw type.fault("Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon"
                        + " or GeometryCollection");
        };
    }

    private static LineString lineString(Json json) {
        return Geometries.lineString(coordinates(json), json.position());
    }

    private static Polygon polygon(Json json) {
        List<List<Coordinate>> rings = json.elements("an array of rings").stream()
                .map(JsonGeometry::coordinates)
                .toList();
        return Geometries.polygon(rings, json.position());
    }

    private static List<Coordinate> coordinates(Json json) {
        return json.elements("an array of positions").stream()
                .map(JsonGeometry::coordinate)
                .toList();
    }

    private static Coordinate coordinate(Json json) {
        List<Double> ordinates =
                json.elements("a position").stream().map(Json::number).toList();
        if (ordinates.size() < 2) {
            throw json.fault("a position of two numbers, or of three with a height");
        }
        return Geometries.coordinate(ordinates);
    }
}
