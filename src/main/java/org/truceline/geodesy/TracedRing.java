package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Curves that follow one another to a closed ring, as vertices whose edges are right within a tolerance.
 *
 * @param places the last is the first
 * @param maxErrorMeters the greatest error of an edge
 */
record TracedRing(List<LonLat> places, double maxErrorMeters) {

    /** To begin with: an arc of a circle must not look like its chord seen edge on. */
    private static final int FIRST_STEPS = 12;

    private static final double FINEST_STEP = 1e-12;

    static TracedRing along(List<Curve> curves, double toleranceMeters) {
        Tracing tracing = new Tracing(toleranceMeters);
        LonLat first = curves.get(0).at().apply(0);
        tracing.places.add(first);
        for (Curve curve : curves) {
            for (int step = 0; step < FIRST_STEPS; step++) {
                boolean isLast = step + 1 == FIRST_STEPS && curve.equals(curves.get(curves.size() - 1));
                double u = (step + 1) / (double) FIRST_STEPS;
                LonLat end = isLast ? first : curve.at().apply(u);
                tracing.refine(curve, new Step(step / (double) FIRST_STEPS, tracing.last(), u, end));
            }
        }
        return new TracedRing(tracing.places, tracing.maxErrorMeters);
    }

    /** @param poleLatitude the pole that a ring that runs round the Earth holds, ±90 */
    Coordinate[] closedAround(double poleLatitude) {
        return PlaneRing.of(places, poleLatitude);
    }

    private record Step(double u, LonLat from, double v, LonLat to) {}

    private static final class Tracing {

        private final double toleranceMeters;
        private final List<LonLat> places = new ArrayList<>();
        private double maxErrorMeters;

        Tracing(double toleranceMeters) {
            this.toleranceMeters = toleranceMeters;
        }

        LonLat last() {
            return places.get(places.size() - 1);
        }

        void refine(Curve curve, Step step) {
            double error = curve.error().applyAsDouble(step.from, step.to.near(step.from));
            if (error <= toleranceMeters || step.v - step.u < FINEST_STEP) {
                maxErrorMeters = Math.max(maxErrorMeters, error);
                places.add(step.to);
                return;
            }
            double middle = (step.u + step.v) / 2;
            LonLat place = curve.at().apply(middle);
            refine(curve, new Step(step.u, step.from, middle, place));
            refine(curve, new Step(middle, place, step.v, step.to));
        }
    }
}
