package org.truceline.geodesy;

/**
 * How far an edge is from being at distance d all along, by asking at its ends, and between them only where that does
 * not settle it. The bounds below hold for every point of the edge, not for samples of it.
 *
 * <p><b>Too near.</b> Let the edge have length L, and k be any point of the geometry. The distance from k is a function
 * f along the edge. On a surface that curves like the Earth, distances from a point bend upward no more than in the
 * plane, f″ ≤ 1/f, and an edge which itself has geodesic curvature κ adds at most κ. So f lies above the line between
 * its values at the ends by no less than −c·x(L − x)/2 with c = 1/(d − τ) + κ, as long as it is not below d − τ. Its
 * values at the ends are at least the distances ρ₀ and ρ₁ measured there, since k is no nearer than the nearest. Hence,
 * with the sagitta S = cL²/8, no point of the edge is nearer to <em>anything</em> than the least of
 * ρ₀ + (ρ₁ − ρ₀)y − 4S·y(1 − y) over 0 ≤ y ≤ 1. For an arc about a vertex this bound is exact.
 *
 * <p><b>Too far.</b> The distance from one piece of the geometry is nearly convex along an edge, as the distance from
 * a convex set is in the plane: it lies below the line between its values at the ends but for L²/8 times the sum of
 * three small curvatures: κ of the edge; tan(d/R)/R, by which geodesics that leave a line at right angles draw
 * together; and the bend β of the piece, as β/(1 − βd) at the distance d. So where both ends are close enough to one
 * common piece, everything between is. Where β comes near 1/d, the same is asked of the one point of the piece that is
 * nearest to an end; for a point β is 0.
 *
 * <p><b>Neither.</b> Long edges along straight parts, and edges over a ridge from which two pieces are equally far, are
 * halved in thought until the bounds are good enough. What is left when halves are shorter than the error looked for is
 * bounded by the distance travelled.
 *
 * <p>κ is taken for edges straight in longitude/latitude and its sign left open, so the bound holds for geodesic edges
 * between the same vertices too.
 */
final class EdgeError {

    /** An edge that bends more than this, as near the poles, is halved before the bounds are tried: radians. */
    private static final double MOST_TURN = 0.5;

    /** The same for one that runs so far round a pole, whose ends may be close to each other. */
    private static final double MOST_LONGITUDE = 90;

    /** Where a piece bends so much, as a share of the distance, that its centre of curvature may be near the edge. */
    private static final double MOST_FOCUS = 0.5;

    private final Field field;
    private final double distanceMeters;
    private final double toleranceMeters;
    private final double drawingTogether;

    /** @param toleranceMeters the error looked for; bounds above it are only rough */
    EdgeError(Field field, double distanceMeters, double toleranceMeters) {
        this.field = field;
        this.distanceMeters = distanceMeters;
        this.toleranceMeters = toleranceMeters;
        double angle = (distanceMeters + toleranceMeters) / Wgs84.LEAST_RADIUS;
        this.drawingTogether = Math.tan(angle) / Wgs84.LEAST_RADIUS;
    }

    /** The length of an edge near a place whose sagitta is as given. */
    double lengthMeters(double sagittaMeters, Ecef near) {
        return Math.sqrt(8 * sagittaMeters / (curvature() + Wgs84.bendOfStraightLines(near)));
    }

    /**
     * An upper bound of the error along an edge if it is within the limit; else at least the error at some place of it,
     * or what could not be bounded lower.
     *
     * @param limitMeters a bound that is good enough
     * @param halvings how often the edge may be halved to find one
     */
    double along(Probe from, Probe to, double limitMeters, int halvings) {
        double atEnds = Math.max(Math.abs(from.meters() - distanceMeters), Math.abs(to.meters() - distanceMeters));
        if (atEnds > limitMeters) {
            return atEnds;
        }
        double length = from.point().distance(to.point());
        double bend = Math.max(Wgs84.bendOfStraightLines(from.point()), Wgs84.bendOfStraightLines(to.point()));
        double bound = bend * length > MOST_TURN
                        || Math.abs(to.place().longitude() - from.place().longitude()) > MOST_LONGITUDE
                ? Double.POSITIVE_INFINITY
                : bound(from, to, length, bend);
        if (bound <= limitMeters || halvings == 0) {
            return bound;
        }
        if (length < toleranceMeters / 100) {
            return atEnds + length;
        }
        LonLat place = from.place().towards(to.place(), 0.5);
        Probe middle = field.probe(place, Wgs84.onSurface(place));
        double first = along(from, middle, limitMeters, halvings - 1);
        return first > limitMeters ? first : Math.max(first, along(middle, to, limitMeters, halvings - 1));
    }

    private double bound(Probe from, Probe to, double chord, double bend) {
        // A curve of length L that turns by less than κL has a chord of at least (2/κ)·sin(κL/2).
        double turn = bend * chord;
        double sagitta = chord * chord * (1 + turn * turn / 8) / 8;
        double least = least(from.meters(), to.meters(), sagitta * (curvature() + bend));
        double greatest = reach(from, to, sagitta);
        if (from.piece() != to.piece() || isFocused(from.piece())) {
            greatest = Math.min(greatest, reach(to, from, sagitta));
        }
        return Math.max(distanceMeters - least, greatest + sagitta * (bend + drawingTogether) - distanceMeters);
    }

    /** No point between two ends is much farther than this from what one of them is nearest to. */
    private double reach(Probe near, Probe far, double sagitta) {
        int piece = near.piece();
        if (isFocused(piece)) {
            return Math.max(near.meters(), field.metersToFoot(near, far.point()));
        }
        double bend = field.bend(piece);
        double farther = sagitta * bend / (1 - bend * distanceMeters);
        return Math.max(near.meters(), piece == far.piece() ? far.meters() : field.metersTo(piece, far.point()))
                + farther;
    }

    private double curvature() {
        return 1 / (distanceMeters - toleranceMeters);
    }

    private boolean isFocused(int piece) {
        return field.bend(piece) * distanceMeters > MOST_FOCUS;
    }

    /** The least of a line from one end's value to the other's less a parabola of the given height. */
    private static double least(double first, double last, double sagitta) {
        double difference = first - last;
        if (Math.abs(difference) >= 4 * sagitta) {
            return Math.min(first, last);
        }
        return (first + last) / 2 - sagitta - difference * difference / (16 * sagitta);
    }
}
