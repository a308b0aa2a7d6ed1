package org.truceline.geodesy;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals of smooth functions along an edge, by the rule of Gauss and Legendre with five points on panels of at most
 * five degrees. What is integrated here varies over the radian, so the rule's error, the panel to the eleventh power,
 * is far below rounding.
 */
final class Quadrature {

    private static final double PANEL_DEGREES = 5;
    private static final double INNER = Math.sqrt(5 - 2 * Math.sqrt(10.0 / 7)) / 3;
    private static final double OUTER = Math.sqrt(5 + 2 * Math.sqrt(10.0 / 7)) / 3;
    private static final double[] NODES = {-OUTER, -INNER, 0, INNER, OUTER};
    private static final double[] WEIGHTS = {
        (322 - 13 * Math.sqrt(70)) / 900,
        (322 + 13 * Math.sqrt(70)) / 900,
        128.0 / 225,
        (322 + 13 * Math.sqrt(70)) / 900,
        (322 - 13 * Math.sqrt(70)) / 900
    };

    private Quadrature() {}

    /** @param degrees how far the way from one bound to the other leads on the Earth */
    static double integral(double from, double to, double degrees, DoubleUnaryOperator function) {
        int panels = Math.max(1, (int) Math.ceil(degrees / PANEL_DEGREES));
        double half = (to - from) / panels / 2;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                sum += WEIGHTS[i] * function.applyAsDouble(middle + half * NODES[i]);
            }
        }
        return sum * half;
    }
}
