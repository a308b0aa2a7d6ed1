package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Parts an area around lines along them, into what is left and what is right of them by what is nearest there.
 *
 * <p>Let the line reach the boundary of the area wherever it ends, and the area hold, with a place p, the way to what is
 * nearest to p. That way does not cross the line, and meets it from the side that p is on. So all of a face, between the
 * lines and the boundary of the area, is on one side if all of its edges on the line are; and one that has the line's
 * left and its right on its boundary is parted somewhere within, where no line is.
 */
record LineParting(Geometry lines, GeodesicNearest nearest, Watch watch) {

    /** Above what lines in the plane that follow geodesics are off, and below any buffer's distance. */
    private static final double ON_LINE_METERS = 0.002;

    /**
     * @param area within longitudes ±180, as the lines are
     * @throws IllegalArgumentException if a face is on both sides
     */
    List<Polygon> of(Geometry area, Side side) {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.union(List.of(area.getBoundary(), lines), area.getFactory()));
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        requireNoLineAmidAFace(polygonizer.getDangles(), locator);
        requireNoLineAmidAFace(polygonizer.getCutEdges(), locator);
        List<Polygon> faces = new ArrayList<>();
        for (Object element : polygonizer.getPolygons()) {
            Polygon face = (Polygon) element;
            Coordinate inside = face.getInteriorPoint().getCoordinate();
            if (locator.locate(inside) == Location.INTERIOR) {
                Side found = nearest.to(inside.x, inside.y).side();
                requireOneSide(face, found);
                if (found == side) {
                    faces.add(face);
                }
            }
        }
        return faces;
    }

    /** A line that has one face on both its sides is on the boundary of none. */
    private static void requireNoLineAmidAFace(Collection<?> leftOver, IndexedPointInAreaLocator locator) {
        for (Object element : leftOver) {
            LineString line = (LineString) element;
            Coordinate middle = LineSegment.midPoint(line.getCoordinateN(0), line.getCoordinateN(1));
            if (locator.locate(middle) == Location.INTERIOR) {
                throw facing(middle);
            }
        }
    }

    private void requireOneSide(Polygon face, Side side) {
        requireOneSide(
                face.getExteriorRing(), Orientation.isCCW(face.getExteriorRing().getCoordinateSequence()), side);
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            LinearRing hole = face.getInteriorRingN(i);
            requireOneSide(hole, !Orientation.isCCW(hole.getCoordinateSequence()), side);
        }
    }

    private void requireOneSide(LinearRing ring, boolean faceIsLeft, Side side) {
        Coordinate[] vertices = ring.getCoordinates();
        boolean isMixed = IntStream.range(1, vertices.length)
                .parallel()
                .anyMatch(i -> isBesideOther(vertices[i - 1], vertices[i], faceIsLeft, side));
        if (isMixed) {
            throw facing(vertices[0]);
        }
    }

    /** Whether an edge of a ring is on a line and has the face on the line's other side. */
    private boolean isBesideOther(Coordinate from, Coordinate to, boolean faceIsLeft, Side side) {
        watch.check();
        LonLat start = LonLat.checked(from);
        LonLat end = LonLat.checked(to);
        Footing.Found found = nearest.find(start.towards(end, 0.5));
        if (found.meters() > ON_LINE_METERS) {
            return false;
        }
        double lineAzimuth =
                nearest.chain().edge(found.foot().edge()).azimuthAt(found.foot().share());
        double azimuth = new StraightEdge(start, end).azimuthAt(0.5);
        boolean isForward = Math.cos(Math.toRadians(azimuth - lineAzimuth)) > 0;
        return (isForward == faceIsLeft ? Side.LEFT : Side.RIGHT) != side;
    }

    private static IllegalArgumentException facing(Coordinate near) {
        return new IllegalArgumentException("A line comes so near to itself or another one, around longitude " + near.x
                + ", latitude " + near.y
                + ", that its left side faces a right one; expected lines that part what is around them");
    }
}
