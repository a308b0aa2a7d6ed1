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

    public static final double LONGEST_DISTANCE_METERS = 500_000;

    private static final double FINEST_TOLERANCE_METERS = 0.001;

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
     * @param geometry in longitude/latitude degrees
     * @param distanceMeters above 0, at most 500,000
     * @param toleranceMeters how far the boundary may be from its true distance, at least 0.001
     * @throws IllegalArgumentException if a distance, a coordinate or a polygon is not as described, or if the buffer
     *     would hold a pole, around which no longitude/latitude ring can run
     * @throws BufferToleranceException if the result is not as exact as asked
     */
    public static Buffer of(Geometry geometry, double distanceMeters, double toleranceMeters) {
        if (!(distanceMeters > 0 && distanceMeters <= LONGEST_DISTANCE_METERS)) {
            throw new IllegalArgumentException(
                    "Expected a distance above 0 and up to 500000 m, not " + distanceMeters + " m");
        }
        if (!(toleranceMeters >= FINEST_TOLERANCE_METERS && toleranceMeters < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Expected a tolerance of at least 0.001 m, not " + toleranceMeters + " m");
        }
        GeometryParts parts = GeometryParts.of(geometry);
        GeodesicDistance truth = GeodesicDistance.to(parts);
        requireNoPole(truth, distanceMeters);
        Outlines outlines = new Outlines(parts, truth, distanceMeters, geometry.getFactory());
        double tolerance = Math.min(toleranceMeters, COARSEST_SHARE * distanceMeters);
        EdgeError edges = new EdgeError(truth::metersFrom, distanceMeters, tolerance);
        EdgeError.Worst error;
        int attempt = 0;
        do {
            Geometry area = outlines.union(AIMS[attempt] * tolerance);
            error = BoundaryError.of(area, edges);
            if (error.meters() <= toleranceMeters) {
                return new Buffer(requireValid(area), error.meters());
            }
            attempt++;
        } while (attempt < AIMS.length);
        throw new BufferToleranceException(error.meters(), toleranceMeters, error.place());
    }

    private static void requireNoPole(GeodesicDistance truth, double distanceMeters) {
        for (double pole : new double[] {-90, 90}) {
            double metersAway = truth.metersFrom(0, pole);
            if (metersAway <= distanceMeters + 1) {
                throw new IllegalArgumentException(
                        "The buffer of %s m would hold the %s pole, which is %s m away; that cannot be drawn in"
                                        .formatted(distanceMeters, pole > 0 ? "north" : "south", metersAway)
                                + " longitude/latitude");
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
