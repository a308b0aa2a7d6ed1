package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A geometry taken apart and checked: its runs of pieces (one a line, ring or distinct point), and its polygons, whose
 * rings are among the runs.
 *
 * <p>Longitudes may be unwrapped, within ±540: an edge from 179 to 181 crosses the antimeridian, an edge from 179 to
 * −179 goes the long way round, as RFC 7946 §3.1.1 has it.
 */
record GeometryParts(List<List<Piece>> runs, List<Polygon> polygons) {

    private static final double WIDEST_LONGITUDE = 540;

    /** @throws IllegalArgumentException on a coordinate that is no place on Earth, or a polygon that is not valid */
    static GeometryParts of(Geometry geometry) {
        Set<Coordinate> points = new LinkedHashSet<>();
        GeometryParts parts = new GeometryParts(new ArrayList<>(), new ArrayList<>());
        parts.add(geometry, points);
        for (Coordinate point : points) {
            LonLat place = checked(point);
            parts.runs.add(List.of(Piece.of(place, place)));
        }
        return parts;
    }

    /** All pieces, in order. */
    List<Piece> pieces() {
        return runs.stream().flatMap(List::stream).toList();
    }

    private void add(Geometry geometry, Set<Coordinate> points) {
        if (geometry.isEmpty()) {
            return;
        }
        if (geometry instanceof Point point) {
            points.add(point.getCoordinate());
        } else if (geometry instanceof LineString line) {
            addLine(line);
        } else if (geometry instanceof Polygon polygon) {
            addPolygon(polygon);
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(geometry.getGeometryN(i), points);
            }
        } else {
            throw new IllegalArgumentException("Expected points, lines or polygons, not " + geometry.getGeometryType());
        }
    }

    private void addPolygon(Polygon polygon) {
        addLine(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing ring = polygon.getInteriorRingN(i);
            addLine(ring);
        }
        @Nullable TopologyValidationError error = new IsValidOp(polygon).getValidationError();
        if (error != null) {
            throw new IllegalArgumentException("A polygon is not valid, so its inside is not known: " + error);
        }
        polygons.add(polygon);
    }

    private void addLine(LineString line) {
        List<Piece> run = new ArrayList<>();
        LonLat from = checked(line.getCoordinateN(0));
        for (int i = 1; i < line.getNumPoints(); i++) {
            LonLat to = checked(line.getCoordinateN(i));
            if (!to.equals(from)) {
                run.addAll(Piece.cut(from, to));
            }
            from = to;
        }
        // A line may repeat one point; it is as near as that point.
        runs.add(run.isEmpty() ? List.of(Piece.of(from, from)) : run);
    }

    static LonLat checked(Coordinate coordinate) {
        double longitude = coordinate.getX();
        double latitude = coordinate.getY();
        if (!(Math.abs(longitude) <= WIDEST_LONGITUDE)) {
            throw new IllegalArgumentException(
                    "Expected a longitude in degrees within ±540, not " + longitude + " at latitude " + latitude);
        }
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "Expected a latitude in degrees within ±90, not " + latitude + " at longitude " + longitude);
        }
        return new LonLat(longitude, latitude);
    }
}
