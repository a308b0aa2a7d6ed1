package org.truceline.ceasefire.uncertainty;

import java.util.List;

/**
 * A point with a circular normal error: every azimuth from it is equally probable, and the geodesic distance has the
 * Rayleigh distribution, P(distance ≤ r) = 1 − exp(−r²/2σ²).
 *
 * @param centre the point observed
 * @param sigmaMeters the standard deviation σ along any one direction; 0 where the point is exact
 */
public record CircularNormal(Spot centre, double sigmaMeters) implements Whereabouts {
    /** The radius that holds 95 % of the distribution, in σ: √(−2 ln 0.05) = 2.4477. */
    public static final double SIGMAS_IN_95_PERCENT = Math.sqrt(-2 * Math.log(0.05));

    public CircularNormal {
        if (!(sigmaMeters >= 0 && sigmaMeters < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Expected a standard deviation of 0 m or more, not " + sigmaMeters);
        }
    }

    /** By the radius within which the position is with a probability of 95 %. */
    public static CircularNormal within95Percent(Spot centre, double radiusMeters) {
        return new CircularNormal(centre, radiusMeters / SIGMAS_IN_95_PERCENT);
    }

    @Override
    public List<Cell> cells() {
        return List.of(PolarCell.whole(
                centre, share -> sigmaMeters == 0 ? 0 : sigmaMeters * Math.sqrt(-2 * Math.log1p(-share)), 0, 360));
    }
}
