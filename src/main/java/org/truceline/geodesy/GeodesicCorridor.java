package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Everything within a distance of lines, cut off flat at their ends, perhaps of another width on the left than on the
 * right, or on one side only. On the WGS84 ellipsoid; joins are round.
 *
 * <p><b>What it is.</b> A place belongs to the corridor when it is near enough to the lines, and what is nearest to it is
 * not a free end that it lies beyond. It is on the left or on the right by the side of the line, in its direction, that
 * it has what is nearest on ({@link GeodesicNearest}). So an end that is straight for longer than the distance is cut by
 * the geodesic at right angles to it, and one that winds is cut, beyond that, where another part of the line comes to be
 * as near. Where lines meet they have no ends, nor has a closed one.
 *
 * <p><b>How.</b> From the {@link GeodesicBuffer} the {@link EndCell} of each free end is taken away; for a side, the rest
 * is parted along the lines ({@link LineParting}).
 *
 * <p>Coordinates are degrees in the order longitude, latitude (CRS84), longitudes within ±540. The result lies within
 * ±180, cut at the antimeridian (RFC 7946 §3.1.9), and its edges are straight in longitude/latitude; along straight
 * lines it has their own vertices.
 */
public final class GeodesicCorridor {

    /** Beyond the distance, so that no sliver is left between two arcs that are the same but for tolerances. */
    private static final double BEYOND = 1.01;

    private final Geometry lines;
    private final Edges edges;
    private final double toleranceMeters;
    private final Watch watch;
    private final GeodesicNearest nearest;
    private final GeodesicDistance distance;
    private double maxErrorMeters;

    private GeodesicCorridor(Geometry lines, Edges edges, double toleranceMeters, Watch watch) {
        this.lines = lines;
        this.edges = edges;
        this.toleranceMeters = toleranceMeters;
        this.watch = watch;
        this.nearest = GeodesicNearest.of(lines, edges);
        this.distance = GeodesicDistance.to(lines, edges);
        EdgeChain chain = nearest.chain();
        for (int edge = 0; edge < chain.size(); edge++) {
            if (chain.isPoint(edge)) {
                throw new IllegalArgumentException(
                        "Expected lines with a length for a corridor; one is but a point, at " + chain.start(edge));
            }
        }
    }

    /**
     * The corridor along lines.
     *
     * @param lines a line string or several, in longitude/latitude degrees, not empty
     * @param edges what their edges are
     * @param leftMeters how far it reaches to the left of the lines in their direction: 0, or as for
     *     {@link GeodesicBuffer#of(Geometry, Edges, double, double)}
     * @param rightMeters the same to the right; not 0 too
     * @param toleranceMeters how far the boundary may be from its true place, at least 0.001
     * @throws IllegalArgumentException if a distance or coordinate is not as described, if there is anything but lines,
     *     or if the buffer's boundary would pass within a metre of a pole; and, if the distances differ, where the lines
     *     come so near to themselves or each other that a left side faces a right one, as in a spiral, so that it takes
     *     more than the lines to part left from right
     * @throws BufferToleranceException if the result is not as exact as asked
     */
    public static MeasuredArea of(
            Geometry lines, Edges edges, double leftMeters, double rightMeters, double toleranceMeters) {
        return of(lines, edges, leftMeters, rightMeters, toleranceMeters, Watch.silent());
    }

    /**
     * The same, under a watch.
     *
     * @throws InterruptedComputationException if this thread is interrupted
     */
    public static MeasuredArea of(
            Geometry lines, Edges edges, double leftMeters, double rightMeters, double toleranceMeters, Watch watch) {
        if (!(leftMeters >= 0 && rightMeters >= 0 && leftMeters + rightMeters > 0)) {
            throw new IllegalArgumentException("Expected widths of 0 m or more to the left and to the right, and one"
                    + " above 0, not " + leftMeters + " and " + rightMeters + " m");
        }
        GeodesicCorridor corridor = new GeodesicCorridor(requireLines(lines), edges, toleranceMeters, watch);
        List<Polygon> parts = leftMeters == rightMeters
                ? polygons(corridor.flat(leftMeters))
                : corridor.sides(leftMeters, rightMeters);
        return MeasuredArea.of(parts, lines.getFactory(), corridor.maxErrorMeters);
    }

    /**
     * Everything within a distance on one side of lines, with round ends: beyond an end the line is thought to go on
     * straight ahead.
     *
     * @param side {@link Side#LEFT} or {@link Side#RIGHT} of the lines in their direction
     * @param meters as for {@link GeodesicBuffer#of(Geometry, Edges, double, double)}
     * @throws IllegalArgumentException as {@link #of}, and on another side
     * @throws BufferToleranceException if the result is not as exact as asked
     */
    public static MeasuredArea side(Geometry lines, Edges edges, Side side, double meters, double toleranceMeters) {
        return side(lines, edges, side, meters, toleranceMeters, Watch.silent());
    }

    /**
     * The same, under a watch.
     *
     * @throws InterruptedComputationException if this thread is interrupted
     */
    public static MeasuredArea side(
            Geometry lines, Edges edges, Side side, double meters, double toleranceMeters, Watch watch) {
        if (side != Side.LEFT && side != Side.RIGHT) {
            throw new IllegalArgumentException("Expected the left or the right side of lines, not " + side);
        }
        GeodesicCorridor corridor = new GeodesicCorridor(requireLines(lines), edges, toleranceMeters, watch);
        List<Geometry> parts = new ArrayList<>(corridor.linesInPlane());
        parts.addAll(corridor.linesAhead(meters));
        Geometry lineWork = lines.getFactory().buildGeometry(parts);
        List<Polygon> faces = new LineParting(lineWork, corridor.nearest, watch).of(corridor.round(meters), side);
        Geometry united = OverlayNGRobust.union(List.<Geometry>copyOf(faces), lines.getFactory());
        return MeasuredArea.of(polygons(united), lines.getFactory(), corridor.maxErrorMeters);
    }

    private static Geometry requireLines(Geometry lines) {
        if (!(lines instanceof Lineal)) {
            throw new IllegalArgumentException("Expected lines for a corridor, not a " + lines.getGeometryType());
        }
        return lines;
    }

    private Geometry round(double meters) {
        MeasuredArea round = GeodesicBuffer.of(lines, edges, meters, toleranceMeters, watch);
        maxErrorMeters = Math.max(maxErrorMeters, round.maxErrorMeters());
        return round.area();
    }

    /** Both sides. */
    private Geometry flat(double meters) {
        Geometry round = round(meters);
        List<Geometry> cells = new ArrayList<>();
        for (LineEnd end : LineEnd.of(nearest.chain())) {
            watch.check();
            cells.addAll(beyond(end, meters));
        }
        Geometry cut = OverlayNGRobust.union(cells, lines.getFactory());
        return cells.isEmpty() ? round : OverlayNGRobust.overlay(round, cut, OverlayNG.DIFFERENCE);
    }

    private List<Polygon> beyond(LineEnd end, double meters) {
        double tolerance = Math.min(toleranceMeters, meters / 100);
        TracedRing cell = EndCell.trace(end, distance, limit(meters), tolerance);
        maxErrorMeters = Math.max(maxErrorMeters, cell.maxErrorMeters());
        Coordinate[] ring = cell.closedAround(end.place().latitude() < 0 ? -90 : 90);
        return Antimeridian.split(lines.getFactory().createPolygon(ring));
    }

    private List<Polygon> sides(double leftMeters, double rightMeters) {
        LineParting parting = new LineParting(lines.getFactory().buildGeometry(linesInPlane()), nearest, watch);
        List<Geometry> parts = new ArrayList<>();
        if (leftMeters > 0) {
            parts.addAll(parting.of(flat(leftMeters), Side.LEFT));
        }
        if (rightMeters > 0) {
            parts.addAll(parting.of(flat(rightMeters), Side.RIGHT));
        }
        return polygons(OverlayNGRobust.union(parts, lines.getFactory()));
    }

    private double limit(double meters) {
        return BEYOND * meters + 2 * toleranceMeters;
    }

    /** The lines as straight ones within longitudes ±180. */
    private List<LineString> linesInPlane() {
        List<LineString> parts = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(lines)) {
            parts.addAll(PlaneLine.of((LineString) line, edges));
        }
        return parts;
    }

    /** From each free end the geodesic straight ahead, as far as the end is what is nearest. */
    private List<LineString> linesAhead(double meters) {
        List<LineString> ahead = new ArrayList<>();
        for (LineEnd end : LineEnd.of(nearest.chain())) {
            double reach = EndCell.metersAhead(end, distance, limit(meters), toleranceMeters);
            Coordinate[] way = {coordinate(end.place().wrapped()), coordinate(end.at(0, reach))};
            ahead.addAll(PlaneLine.of(lines.getFactory().createLineString(way), Edges.GEODESIC));
        }
        return ahead;
    }

    private static Coordinate coordinate(LonLat place) {
        return new Coordinate(place.longitude(), place.latitude());
    }

    private static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, polygons);
        return polygons;
    }
}
