package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * The boundary of polygons as it is on Earth: without the edges that only a plane needs. Those are polar edges, along
 * latitude ±90, which are a point, and the cut at longitude ±180 wherever the area lies on both sides of it (RFC 7946
 * §3.1.9), as of a country across the antimeridian or of a continent around a pole.
 */
final class EarthBoundary {

    /** In degrees, a millimetre: the two sides of a cut may be rounded differently. */
    private static final double SAME = 1e-8;

    private final GeometryFactory factory;
    private final List<LineString> lines = new ArrayList<>();
    /** How often the antimeridian is run along from a latitude on, modulo the sum of the entries below it. */
    private final TreeMap<Double, Integer> onAntimeridian = new TreeMap<>();

    private EarthBoundary(GeometryFactory factory) {
        this.factory = factory;
    }

    /**
     * The lines that the boundary is made of, rings that nothing was taken from as they are.
     *
     * @throws IllegalArgumentException if there is anything but polygons, or a coordinate that is no place on Earth
     */
    static List<LineString> of(Geometry polygons) {
        EarthBoundary boundary = new EarthBoundary(polygons.getFactory());
        for (Polygon polygon : polygonsOf(polygons)) {
            boundary.add(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                boundary.add(polygon.getInteriorRingN(i));
            }
        }
        boundary.addAntimeridian();
        return boundary.lines;
    }

    /** All polygons of a geometry that should have nothing else. */
    static List<Polygon> polygonsOf(Geometry geometry) {
        if (geometry.getDimension() < 2 && !geometry.isEmpty()) {
            throw new IllegalArgumentException("Expected polygons, not a " + geometry.getGeometryType());
        }
        List<Polygon> polygons = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, polygons);
        polygons.removeIf(Polygon::isEmpty);
        return polygons;
    }

    private void add(LinearRing ring) {
        Coordinate[] vertices = ring.getCoordinates();
        boolean isWhole = true;
        List<Coordinate> run = new ArrayList<>();
        run.add(vertices[0]);
        for (int i = 1; i < vertices.length; i++) {
            LonLat from = LonLat.checked(vertices[i - 1]);
            LonLat to = LonLat.checked(vertices[i]);
            if (isPolar(from, to) || isAlongAntimeridian(from, to)) {
                if (!isPolar(from, to)) {
                    onAntimeridian.merge(Math.min(from.latitude(), to.latitude()), 1, Integer::sum);
                    onAntimeridian.merge(Math.max(from.latitude(), to.latitude()), -1, Integer::sum);
                }
                isWhole = false;
                addRun(run);
                run.clear();
            }
            run.add(vertices[i]);
        }
        if (isWhole) {
            lines.add(ring);
        } else {
            addRun(run);
        }
    }

    private void addRun(List<Coordinate> run) {
        if (run.size() > 1) {
            lines.add(factory.createLineString(run.toArray(Coordinate[]::new)));
        }
    }

    /** What is run along once has the area on one side only. */
    private void addAntimeridian() {
        int depth = 0;
        double from = Double.NaN;
        for (var entry : onAntimeridian.entrySet()) {
            if (depth == 1 && entry.getKey() - from > SAME) {
                addRun(List.of(new Coordinate(180, from), new Coordinate(180, entry.getKey())));
            }
            depth += entry.getValue();
            from = entry.getKey();
        }
    }

    /** Whether an edge of an area within longitudes ±180 is no border on Earth, but a pole or the cut. */
    static boolean isOnlyInPlane(LonLat from, LonLat to) {
        return isPolar(from, to) || isAlongAntimeridian(from, to);
    }

    private static boolean isPolar(LonLat from, LonLat to) {
        return Math.abs(from.latitude()) == 90 && from.latitude() == to.latitude();
    }

    private static boolean isAlongAntimeridian(LonLat from, LonLat to) {
        return from.longitude() == to.longitude() && Math.abs(Math.IEEEremainder(from.longitude(), 360)) == 180;
    }
}
