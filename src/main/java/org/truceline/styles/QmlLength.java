package org.truceline.styles;

/** Lengths as QGIS writes them. In millimetres a symbol is as large on paper, at 300 dots an inch, as on a screen. */
final class QmlLength {
    static final String UNIT = "MM";

    /** Of the standardized rendering pixel, by which QGIS and web maps reckon scales (OGC 05-077r4, §10.2). */
    private static final double MILLIMETRES = 0.28;

    private QmlLength() {}

    static String of(double pixels) {
        return XmlText.number(pixels * MILLIMETRES);
    }
}
