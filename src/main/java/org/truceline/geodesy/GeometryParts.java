package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * A geometry taken apart and checked: its pieces, the runs of them that hang together (one a line, ring or distinct
 * point), and its polygons, whose rings are among the runs.
 *
 * <p>Longitudes may be unwrapped, within ±540: an edge from 179 to 181 crosses the antimeridian, an edge from 179 to
 * −179 goes the long way round, as RFC 7946 §3.1.1 has it.
 */
record GeometryParts(Pieces pieces, List<Run> runs, List<Polygon> polygons) {

    /** The pieces from one number to before another, each beginning where the one before ends. */
    record Run(int from, int to) {}

    /**
     * @param mostBendMeters how far a piece may stray from the geodesic between its ends
     * @throws IllegalArgumentException on a coordinate that is no place on Earth, or a polygon that is not valid
     */
    static GeometryParts of(Geometry geometry, Edges edges, double mostBendMeters) {
        GeometryParts parts =
                new GeometryParts(new Pieces(geometry.getNumPoints()), new ArrayList<>(), new ArrayList<>());
        EdgeCutter cutter = EdgeCutter.of(edges, parts.pieces, mostBendMeters);
        Set<Coordinate> points = new LinkedHashSet<>();
        parts.add(geometry, cutter, points);
        parts.polygons.addAll(insides(geometry, edges));
        for (Coordinate point : points) {
            parts.addPoint(Wgs84.onSurface(LonLat.checked(point)));
        }
        return parts;
    }

    private void add(Geometry geometry, EdgeCutter cutter, Set<Coordinate> points) {
        if (geometry.isEmpty()) {
            return;
        }
        if (geometry instanceof Point point) {
            points.add(point.getCoordinate());
        } else if (geometry instanceof LineString line) {
            addLine(line, cutter);
        } else if (geometry instanceof Polygon polygon) {
            addPolygon(polygon, cutter);
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(geometry.getGeometryN(i), cutter, points);
            }
        } else {
            throw new IllegalArgumentException("Expected points, lines or polygons, not " + geometry.getGeometryType());
        }
    }

    private void addPolygon(Polygon polygon, EdgeCutter cutter) {
        addLine(polygon.getExteriorRing(), cutter);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            addLine(polygon.getInteriorRingN(i), cutter);
        }
    }

    /**
     * The polygons of a geometry as {@link PlanePolygon}s, whose insides are known.
     *
     * @throws IllegalArgumentException if one is not valid
     */
    static List<Polygon> insides(Geometry geometry, Edges edges) {
        List<Polygon> polygons = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, polygons);
        polygons.removeIf(Polygon::isEmpty);
        polygons.replaceAll(polygon -> PlanePolygon.of(polygon, edges));
        return polygons;
    }

    private void addLine(LineString line, EdgeCutter cutter) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        int first = pieces.size();
        LonLat from = LonLat.checked(vertices.getX(0), vertices.getY(0));
        Ecef start = Wgs84.onSurface(from);
        for (int i = 1; i < vertices.size(); i++) {
            LonLat to = LonLat.checked(vertices.getX(i), vertices.getY(i));
            if (!to.equals(from)) {
                Ecef end = Wgs84.onSurface(to);
                cutter.cut(from, start, to, end);
                from = to;
                start = end;
            }
        }
        if (pieces.size() == first) {
            // A line may repeat one point; it is as near as that point.
            addPoint(start);
        } else {
            runs.add(new Run(first, pieces.size()));
        }
    }

    private void addPoint(Ecef place) {
        pieces.add(place, place, place);
        runs.add(new Run(pieces.size() - 1, pieces.size()));
    }
}
