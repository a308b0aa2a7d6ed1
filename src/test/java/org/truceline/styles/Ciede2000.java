package org.truceline.styles;

/** The colour difference CIEDE2000 (CIE 142-2001), as Sharma, Wu and Dalal write it down, with weights of one. */
final class Ciede2000 {
    private static final double POWER_25_7 = Math.pow(25, 7);

    private Ciede2000() {}

    /** @param one in CIELAB: lightness, then a* and b* */
    static double difference(double[] one, double[] other) {
        double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double stretch = 1 + 0.5 * (1 - Math.sqrt(share(meanChroma)));
        double a1 = one[1] * stretch;
        double a2 = other[1] * stretch;
        double chroma1 = Math.hypot(a1, one[2]);
        double chroma2 = Math.hypot(a2, other[2]);
        double hue1 = hue(a1, one[2]);
        double hue2 = hue(a2, other[2]);
        boolean isGrey = chroma1 * chroma2 == 0;
        double turn = isGrey ? 0 : (hue2 - hue1 + 540) % 360 - 180;

        double lightness = other[0] - one[0];
        double chroma = chroma2 - chroma1;
        double hue = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(Math.toRadians(turn / 2));

        double meanLightness = (one[0] + other[0]) / 2 - 50;
        double meanOfChromas = (chroma1 + chroma2) / 2;
        double meanHue = isGrey ? hue1 + hue2 : (hue1 + turn / 2 + 360) % 360;
        double byLightness = 1 + 0.015 * meanLightness * meanLightness / Math.sqrt(20 + meanLightness * meanLightness);
        double byChroma = 1 + 0.045 * meanOfChromas;
        double byHue = 1 + 0.015 * meanOfChromas * hueWeight(meanHue);
        double rotation = -Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((meanHue - 275) / 25, 2))))
                * 2
                * Math.sqrt(share(meanOfChromas));
        double l = lightness / byLightness;
        double c = chroma / byChroma;
        double h = hue / byHue;
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double share(double chroma) {
        double power = Math.pow(chroma, 7);
        return power / (power + POWER_25_7);
    }

    private static double hue(double a, double b) {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double hueWeight(double hue) {
        return 1
                - 0.17 * cosine(hue - 30)
                + 0.24 * cosine(2 * hue)
                + 0.32 * cosine(3 * hue + 6)
                - 0.20 * cosine(4 * hue - 63);
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
