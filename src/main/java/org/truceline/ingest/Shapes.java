package org.truceline.ingest;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Geometry of the type that a record needs, within longitude ±180 and latitude ±90, not empty, and valid (OGC Simple
 * Features). What is not so is refused, never repaired: a repair guesses which side was meant.
 */
final class Shapes {
    private static final String FIELD = "geometry";

    private Shapes() {}

    static Point point(Geometry geometry) {
        if (check(geometry) instanceof Point point) {
            return point;
        }
        throw wrongType(geometry, "a Point");
    }

    static MultiLineString lines(Geometry geometry) {
        Geometry checked = check(geometry);
        if (checked instanceof LineString line) {
            return GeoJsonGeometry.FACTORY.createMultiLineString(new LineString[] {line});
        }
        if (checked instanceof MultiLineString lines) {
            return lines;
        }
        throw wrongType(geometry, "a LineString or a MultiLineString");
    }

    static MultiPolygon polygons(Geometry geometry) {
        Geometry checked = check(geometry);
        if (checked instanceof Polygon polygon) {
            return GeoJsonGeometry.FACTORY.createMultiPolygon(new Polygon[] {polygon});
        }
        if (checked instanceof MultiPolygon polygons) {
            return polygons;
        }
        throw wrongType(geometry, "a Polygon or a MultiPolygon");
    }

    /** Points, lines or polygons, but no collection of different ones. */
    static Geometry any(Geometry geometry) {
        Geometry checked = check(geometry);
        if (checked.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            throw wrongType(geometry, "points, lines or polygons");
        }
        return checked;
    }

    private static Geometry check(Geometry geometry) {
        if (geometry.isEmpty()) {
            throw new InvalidField(FIELD, "is empty");
        }
        for (Coordinate position : geometry.getCoordinates()) {
            // Written so that NaN is refused too.
            if (!(Math.abs(position.x) <= 180 && Math.abs(position.y) <= 90)) {
                throw new InvalidField(
                        FIELD,
                        "reaches " + at(position)
                                + ", beyond longitude ±180 or latitude ±90; expected longitude, latitude in degrees");
            }
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            String place = error.getCoordinate() == null ? "" : " near " + at(error.getCoordinate());
            throw new InvalidField(FIELD, "is not valid: " + error.getMessage() + place);
        }
        return geometry;
    }

    private static InvalidField wrongType(Geometry geometry, String expected) {
        return new InvalidField(FIELD, "is a " + geometry.getGeometryType() + "; expected " + expected);
    }

    private static String at(Coordinate position) {
        return String.format(Locale.ROOT, "%s %s", position.x, position.y);
    }
}
