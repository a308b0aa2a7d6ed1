package org.truceline.geodesy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Geometry;

/**
 * Everything within a distance of a geometry, on the WGS84 ellipsoid, with round caps and joins; or, by a negative
 * distance, everything in polygons that is so far from their boundary.
 *
 * <p>Coordinates are degrees in the order longitude, latitude (CRS84). What the edges of the input are the caller says
 * ({@link Edges}); those of the result are straight in longitude/latitude (RFC 7946 §3.1.1), and so short that taking
 * them for geodesics is as exact. Longitudes of the input may be unwrapped, within ±540; the result lies within ±180,
 * cut at the antimeridian (RFC 7946 §3.1.9). Where it holds a pole, it has an edge along latitude ±90, as any area
 * around a pole has in longitude/latitude.
 *
 * <p>How it works: the geometry is cut into {@link Stretch}es that hardly bend in proportion to the distance. The
 * {@link Outline} of each is traced on its own, every vertex solved for on the ellipsoid and every edge halved until it
 * is right; {@link Outlines} unites them. No projection is involved. At the end {@link BoundaryError} measures the
 * result's own boundary against {@link GeodesicDistance}, and a result that is not as exact as asked is not returned.
 *
 * <p>A line closed on itself is a line: its inside belongs to the buffer where it is near enough, and is a hole where
 * it is not.
 */
public final class GeodesicBuffer {

    /** An exactness that costs little and that no border's data reaches. */
    public static final double DEFAULT_TOLERANCE_METERS = 0.1;

    public static final double SHORTEST_DISTANCE_METERS = 0.1;
    public static final double LONGEST_DISTANCE_METERS = 500_000;

    private static final double FINEST_TOLERANCE_METERS = 0.001;

    /** So close to a pole a boundary would run round it in steps of many degrees. */
    private static final double POLE_MARGIN_METERS = 1;

    /** Of the tolerance, the shares to aim at: tracing probes an edge at fewer points than measuring does. */
    private static final double[] AIMS = {0.7, 0.35, 0.175};

    /** At a tolerance that is coarse in proportion to the distance, a circle would lose its shape. */
    private static final double COARSEST_SHARE = 0.05;

    private GeodesicBuffer() {}

    /** What is asked for, the distance without its sign. */
    private record Demand(Edges edges, double distanceMeters, double toleranceMeters, List<Double> aims, Watch watch) {}

    /** The buffer at {@link #DEFAULT_TOLERANCE_METERS}. See {@link #of(Geometry, Edges, double, double)}. */
    public static MeasuredArea of(Geometry geometry, Edges edges, double distanceMeters) {
        return of(geometry, edges, distanceMeters, DEFAULT_TOLERANCE_METERS);
    }

    /**
     * The buffer of points, lines, polygons, or any collection of them, or the inward buffer of polygons. That of an
     * empty geometry is empty, as is what lies farther inward than anything inside.
     *
     * <p>Cost grows with the length of lines over √(distance · tolerance): seconds for a border of 900 km at 1 km and
     * more, half a minute at 1 m.
     *
     * @param geometry in longitude/latitude degrees
     * @param edges what the edges of the geometry are
     * @param distanceMeters from 0.1 to 500,000; or from −0.1 to −500,000, inward from the boundary of polygons
     * @param toleranceMeters how far the boundary may be from its true distance, at least 0.001
     * @throws IllegalArgumentException if a distance, a coordinate or a polygon is not as described; if polygons to go
     *     inward from overlap or share an edge, or there is something else among them; or if the boundary would pass
     *     within a metre of a pole, where no longitude/latitude ring can follow it
     * @throws IllegalStateException if the union came out invalid, which no input is known to cause
     * @throws BufferToleranceException if the result is not as exact as asked
     */
    public static MeasuredArea of(Geometry geometry, Edges edges, double distanceMeters, double toleranceMeters) {
        return of(geometry, edges, distanceMeters, toleranceMeters, Watch.silent());
    }

    /**
     * The same, under a watch.
     *
     * @throws InterruptedComputationException if this thread is interrupted
     */
    public static MeasuredArea of(
            Geometry geometry, Edges edges, double distanceMeters, double toleranceMeters, Watch watch) {
        return of(geometry, edges, distanceMeters, toleranceMeters, watch, AIMS);
    }

    /** @param aims the shares of the tolerance to try tracing with, in turn */
    static MeasuredArea of(
            Geometry geometry, Edges edges, double distanceMeters, double toleranceMeters, double... aims) {
        return of(geometry, edges, distanceMeters, toleranceMeters, Watch.silent(), aims);
    }

    private static MeasuredArea of(
            Geometry geometry,
            Edges edges,
            double distanceMeters,
            double toleranceMeters,
            Watch watch,
            double... aims) {
        double distance = Math.abs(distanceMeters);
        if (!(distance >= SHORTEST_DISTANCE_METERS && distance <= LONGEST_DISTANCE_METERS)) {
            throw new IllegalArgumentException("Expected a distance of " + SHORTEST_DISTANCE_METERS + " to "
                    + LONGEST_DISTANCE_METERS + " m, outward or (negative) inward, not " + distanceMeters + " m");
        }
        if (!(toleranceMeters >= FINEST_TOLERANCE_METERS && toleranceMeters <= LONGEST_DISTANCE_METERS)) {
            throw new IllegalArgumentException("Expected a tolerance of " + FINEST_TOLERANCE_METERS + " to "
                    + LONGEST_DISTANCE_METERS + " m, not " + toleranceMeters + " m");
        }
        Demand demand = new Demand(
                edges, distance, toleranceMeters, DoubleStream.of(aims).boxed().toList(), watch);
        if (distanceMeters > 0) {
            return around(geometry, UnaryOperator.identity(), demand);
        }
        Interior interior = Interior.of(geometry, edges);
        return around(interior.boundary(), interior::without, demand);
    }

    /** @param finish makes the area asked for of all that is within the distance */
    private static MeasuredArea around(Geometry geometry, UnaryOperator<Geometry> finish, Demand demand) {
        double distance = demand.distanceMeters;
        GeometryParts parts = GeometryParts.of(geometry, demand.edges, Stretch.BEND * distance);
        GeodesicDistance truth = GeodesicDistance.to(parts);
        requireNoPole(truth, distance);
        Outlines outlines = new Outlines(parts, truth, distance, geometry.getFactory(), demand.watch);
        double tolerance = Math.min(demand.toleranceMeters, COARSEST_SHARE * distance);
        BoundaryError error = BoundaryError.NONE;
        for (double aim : demand.aims) {
            Geometry area = finish.apply(outlines.union(aim * tolerance));
            error = BoundaryError.of(area, truth, distance, tolerance, aim * tolerance, demand.watch);
            if (error.meters() <= demand.toleranceMeters) {
                return MeasuredArea.of(area, error.meters());
            }
        }
        throw new BufferToleranceException(error.meters(), demand.toleranceMeters, error.place());
    }

    private static void requireNoPole(GeodesicDistance truth, double distanceMeters) {
        for (double pole : new double[] {-90, 90}) {
            double metersAway = truth.metersFrom(0, pole);
            if (Math.abs(metersAway - distanceMeters) <= POLE_MARGIN_METERS) {
                throw new IllegalArgumentException(
                        "The buffer of %s m would have a boundary near the %s pole, %s m away, where no longitude/latitude ring can follow it"
                                .formatted(distanceMeters, pole > 0 ? "north" : "south", metersAway));
            }
        }
    }
}
