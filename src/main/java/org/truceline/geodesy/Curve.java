package org.truceline.geodesy;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A piece of a boundary that is known at every place.
 *
 * @param at the place at a parameter from 0 to 1
 * @param error a bound, in metres, of how far an edge straight in longitude/latitude is from the curve
 */
record Curve(DoubleFunction<LonLat> at, ToDoubleBiFunction<LonLat, LonLat> error) {

    private static final int STEPS = 8;
    /** A smooth deviation, zero at the ends of an edge, is nowhere much above what is seen at seven inner places. */
    private static final double UNSEEN = 1.05;

    /** A bound of a deviation along an edge whose ends are on the curve. */
    static double greatestAlong(LonLat from, LonLat to, ToDoubleFunction<LonLat> deviation) {
        double greatest = 0;
        for (int step = 0; step <= STEPS; step++) {
            greatest = Math.max(greatest, deviation.applyAsDouble(from.towards(to, step / (double) STEPS)));
        }
        return UNSEEN * greatest;
    }
}
