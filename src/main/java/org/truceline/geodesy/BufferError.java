package org.truceline.geodesy;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Measures how far the boundary of an area is from being at distance d from what it surrounds, by asking at every
 * vertex and at three or more points along each edge, and adding what can hide between two samples.
 *
 * <p><b>Too near.</b> Let the edge be nearer than d by h at a point x, with k the nearest place to x, and samples q
 * apart. Walk from x to the sample on the side to which |xk| does not rise at first: there the distance is at most
 * √((d − h)² + q²), which is about d − h + q²/2d. So a sample shows h but for q²/2d, and q is chosen to keep that
 * under a tenth of the tolerance.
 *
 * <p><b>Too far.</b> The distance along an edge has ridges, at points that are equally near to two places, and rises
 * nearly straight to a ridge from both ends of the edge. Of a ridge's height, three inner samples miss at most a
 * quarter, so what they show is taken times 4/3.
 */
final class BufferError {

    private static final int LEAST_STEPS = 4;
    private static final double RIDGE = LEAST_STEPS / (LEAST_STEPS - 1.0);

    private final GeodesicDistance truth;
    private final double distanceMeters;
    private final double spacingMeters;
    private double worstMeters;
    private LonLat worstPlace = new LonLat(0, 0);

    /** @param truth the distance to what the area surrounds */
    BufferError(Geometry area, GeodesicDistance truth, double distanceMeters, double toleranceMeters) {
        this.truth = truth;
        this.distanceMeters = distanceMeters;
        this.spacingMeters = Math.sqrt(2 * distanceMeters * toleranceMeters / 10);
        for (Object component : LinearComponentExtracter.getLines(area)) {
            measure(((LineString) component).getCoordinateSequence());
        }
    }

    /** An upper bound of |distance − d| on the boundary, metres. */
    double worstMeters() {
        return worstMeters;
    }

    LonLat worstPlace() {
        return worstPlace;
    }

    private void measure(CoordinateSequence ring) {
        for (int i = 1; i < ring.size(); i++) {
            LonLat from = new LonLat(ring.getX(i - 1), ring.getY(i - 1));
            LonLat to = new LonLat(ring.getX(i), ring.getY(i));
            if (!Antimeridian.isCut(from, to)) {
                measureEdge(from, to);
            }
        }
    }

    private void measureEdge(LonLat from, LonLat to) {
        double length = Wgs84.onSurface(from).distance(Wgs84.onSurface(to));
        int steps = Math.max(LEAST_STEPS, (int) Math.ceil(length / spacingMeters));
        double hidden = length / steps * length / steps / (2 * distanceMeters);
        for (int step = 0; step <= steps; step++) {
            LonLat place = from.towards(to, step / (double) steps);
            double excess = truth.metersFrom(place) - distanceMeters;
            double error = excess > 0 ? RIDGE * excess : hidden - excess;
            if (error > worstMeters) {
                worstMeters = error;
                worstPlace = place;
            }
        }
    }
}
