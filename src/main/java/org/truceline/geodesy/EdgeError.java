package org.truceline.geodesy;

import java.util.function.ToDoubleFunction;

/**
 * How far an edge is from being at distance d, by asking at its ends and at three or more points between, and adding
 * what can hide between two samples.
 *
 * <p><b>Too near.</b> Let the edge be nearer than d by h at a point x, with k the nearest place to x, and samples q
 * apart. Walk from x to the sample on the side to which |xk| does not rise at first: there the distance is at most
 * √((d − h)² + q²), which is about d − h + q²/2d. So a sample shows h but for q²/2d, and q is chosen to keep that
 * under a tenth of the tolerance.
 *
 * <p><b>Too far.</b> The distance along an edge has ridges, at points that are equally near to two places, and rises
 * nearly straight to a ridge from both sides. Of a ridge's height, three inner samples miss at most a quarter, so what
 * they show is taken times 4/3.
 */
final class EdgeError {

    private static final int LEAST_STEPS = 4;
    private static final double RIDGE = LEAST_STEPS / (LEAST_STEPS - 1.0);

    private final ToDoubleFunction<LonLat> distance;
    private final double distanceMeters;
    private final double spacingMeters;

    /** @param distance the distance in metres that should be {@code distanceMeters} all along */
    EdgeError(ToDoubleFunction<LonLat> distance, double distanceMeters, double toleranceMeters) {
        this.distance = distance;
        this.distanceMeters = distanceMeters;
        this.spacingMeters = Math.sqrt(2 * distanceMeters * toleranceMeters / 10);
    }

    /** An upper bound of the error along an edge; once above the limit, the first that was found to be. */
    Worst along(LonLat from, LonLat to, double limitMeters) {
        double length = Wgs84.onSurface(from).distance(Wgs84.onSurface(to));
        int steps = Math.max(LEAST_STEPS, (int) Math.ceil(length / spacingMeters));
        double stepMeters = length / steps;
        double hidden = stepMeters * stepMeters / (2 * distanceMeters);
        // The middle goes first, since most edges that are wrong are wrong there.
        Worst worst = at(from.towards(to, 0.5), hidden);
        for (int step = 0; step <= steps && worst.meters <= limitMeters; step++) {
            worst = worst.or(at(from.towards(to, step / (double) steps), hidden));
        }
        return worst;
    }

    private Worst at(LonLat place, double hidden) {
        double excess = distance.applyAsDouble(place) - distanceMeters;
        return new Worst(excess > 0 ? RIDGE * excess : hidden - excess, place);
    }

    /** An error in metres and where it is. */
    record Worst(double meters, LonLat place) {

        static final Worst NONE = new Worst(0, new LonLat(0, 0));

        Worst or(Worst other) {
            return other.meters > meters ? other : this;
        }
    }
}
