package org.truceline.styles;

/** Zooms of web maps as scales, for programs that know no zooms. */
final class ZoomScale {
    /** Of zoom 0, whose one tile has 512 pixels, each of 0.28 mm at the equator. */
    private static final double DENOMINATOR_OF_ZOOM_0 = 279541132.014358;

    private ZoomScale() {}

    /** The scale's denominator as a whole number, which is all that QGIS reads. */
    static String denominator(double zoom) {
        return String.valueOf(Math.round(DENOMINATOR_OF_ZOOM_0 / Math.pow(2, zoom)));
    }
}
