package org.truceline.styles;

/**
 * A colour as somebody sees it.
 *
 * <p>Without one kind of cones as Machado, Oliveira and Fernandes simulate it (IEEE TVCG 15(6), 2009, severity 1, on
 * linear sRGB); then CIELAB for D65.
 */
enum ColourSight {
    FULL,
    PROTANOPIA,
    DEUTERANOPIA,
    TRITANOPIA;

    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    private double[][] simulation() {
        return switch (this) {
            case FULL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
            case PROTANOPIA ->
                new double[][] {
                    {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
                };
            case DEUTERANOPIA ->
                new double[][] {
                    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                };
            case TRITANOPIA ->
                new double[][] {
                    {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
                };
        };
    }

    /** Contrast of two colours (WCAG 2.2, "contrast ratio"): 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        return times(new double[][] {{0.2126, 0.7152, 0.0722}}, linear(colour))[0];
    }

    /** How different two colours look, as CIEDE2000 has it: 1 can just be told apart side by side. */
    double difference(String one, String other) {
        return Ciede2000.difference(lab(one), lab(other));
    }

    private double[] lab(String colour) {
        double[] seen = times(simulation(), linear(colour));
        for (int channel = 0; channel < 3; channel++) {
            seen[channel] = Math.min(1, Math.max(0, seen[channel]));
        }
        double[] xyz = times(TO_XYZ, seen);
        double x = root(xyz[0] / WHITE[0]);
        double y = root(xyz[1] / WHITE[1]);
        double z = root(xyz[2] / WHITE[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }

    private static double[] linear(String colour) {
        double[] linear = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * channel, 3 + 2 * channel), 16) / 255.0;
            linear[channel] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }
}
