package org.truceline.geodesy;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Everything within a distance of a geometry, on the WGS84 ellipsoid, with round caps and joins.
 *
 * <p>Coordinates are degrees in the order longitude, latitude (CRS84). Edges, of the input and of the result, are
 * straight in longitude/latitude (RFC 7946 §3.1.1). Longitudes of the input may be unwrapped, within ±540; the result
 * lies within ±180, cut at the antimeridian (RFC 7946 §3.1.9).
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

    /** So close to a pole a ring would run round it in steps of many degrees. */
    private static final double POLE_MARGIN_METERS = 1;

    /** Of the tolerance, the shares to aim at: tracing probes an edge at fewer points than measuring does. */
    private static final double[] AIMS = {0.7, 0.35, 0.175};

    /** At a tolerance that is coarse in proportion to the distance, a circle would lose its shape. */
    private static final double COARSEST_SHARE = 0.05;

    private GeodesicBuffer() {}

    /**
     * A buffer and how exact it is.
     *
     * @param area a valid polygon or multipolygon, in longitude/latitude degrees, with the SRID of the input
     * @param maxErrorMeters a bound of |distance to the geometry − distance asked for| over the boundary of the area,
     *     measured at its vertices and along its edges; never above the tolerance. Edges along the antimeridian, which
     *     are no border on Earth, are left out
     */
    public record Buffer(Geometry area, double maxErrorMeters) {}

    /** The buffer at {@link #DEFAULT_TOLERANCE_METERS}. See {@link #of(Geometry, double, double)}. */
    public static Buffer of(Geometry geometry, double distanceMeters) {
        return of(geometry, distanceMeters, DEFAULT_TOLERANCE_METERS);
    }

    /**
     * The buffer of points, lines, polygons, or any collection of them. That of an empty geometry is empty.
     *
     * <p>Cost grows with the length of lines over √(distance · tolerance): seconds for a border of 900 km at 1 km and
     * more, half a minute at 1 m.
     *
     * @param geometry in longitude/latitude degrees
     * @param distanceMeters from 0.1 to 500,000
     * @param toleranceMeters how far the boundary may be from its true distance, at least 0.001
     * @throws IllegalArgumentException if a distance, a coordinate or a polygon is not as described, or if the buffer
     *     would hold a pole, around which no longitude/latitude ring can run
     * @throws IllegalStateException if the union came out invalid, which no input is known to cause
     * @throws BufferToleranceException if the result is not as exact as asked
     */
    public static Buffer of(Geometry geometry, double distanceMeters, double toleranceMeters) {
        return of(geometry, distanceMeters, toleranceMeters, AIMS);
    }

    /** @param aims the shares of the tolerance to try tracing with, in turn */
    static Buffer of(Geometry geometry, double distanceMeters, double toleranceMeters, double... aims) {
        requireWithin("distance", distanceMeters, SHORTEST_DISTANCE_METERS, LONGEST_DISTANCE_METERS);
        requireWithin("tolerance", toleranceMeters, FINEST_TOLERANCE_METERS, LONGEST_DISTANCE_METERS);
        GeometryParts parts = GeometryParts.of(geometry, Stretch.BEND * distanceMeters);
        GeodesicDistance truth = GeodesicDistance.to(parts);
        requireNoPole(truth, distanceMeters);
        Outlines outlines = new Outlines(parts, truth, distanceMeters, geometry.getFactory());
        double tolerance = Math.min(toleranceMeters, COARSEST_SHARE * distanceMeters);
        BoundaryError error = BoundaryError.NONE;
        for (double aim : aims) {
            Geometry area = outlines.union(aim * tolerance);
            error = BoundaryError.of(area, truth, distanceMeters, tolerance, aim * tolerance);
            if (error.meters() <= toleranceMeters) {
                return new Buffer(requireValid(area), error.meters());
            }
        }
        throw new BufferToleranceException(error.meters(), toleranceMeters, error.place());
    }

    private static void requireWithin(String what, double meters, double least, double greatest) {
        if (!(meters >= least && meters <= greatest)) {
            throw new IllegalArgumentException(
                    "Expected a " + what + " of " + least + " to " + greatest + " m, not " + meters + " m");
        }
    }

    private static void requireNoPole(GeodesicDistance truth, double distanceMeters) {
        for (double pole : new double[] {-90, 90}) {
            double metersAway = truth.metersFrom(0, pole);
            if (metersAway <= distanceMeters + POLE_MARGIN_METERS) {
                throw new IllegalArgumentException(
                        "The buffer of %s m would hold or touch the %s pole, %s m away, as no longitude/latitude ring can"
                                .formatted(distanceMeters, pole > 0 ? "north" : "south", metersAway));
            }
        }
    }

    private static Geometry requireValid(Geometry area) {
        IsValidOp validity = new IsValidOp(area);
        if (!validity.isValid()) {
            throw new IllegalStateException("The buffer is not valid: " + validity.getValidationError());
        }
        return area;
    }
}
