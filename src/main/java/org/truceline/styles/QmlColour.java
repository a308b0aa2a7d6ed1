package org.truceline.styles;

/** Colours as QGIS writes them: red, green, blue and opacity, from 0 to 255. */
final class QmlColour {
    private static final int FULL = 255;

    private QmlColour() {}

    /** @param hex {@code #rrggbb} */
    static String of(String hex, double opacity) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return (rgb >> 16) + "," + (rgb >> 8 & FULL) + "," + (rgb & FULL) + "," + Math.round(opacity * FULL);
    }
}
