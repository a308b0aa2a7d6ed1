package org.truceline.styles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The shape of a marker. Each is one that SLD and QGIS know by name, turned or scaled, so that it looks alike wherever it
 * is drawn.
 */
public enum Shape {
    CIRCLE("circle", 0, 0.9),
    SQUARE("square", 0, 0.85),
    DIAMOND("square", 45, 0.78),
    TRIANGLE("triangle", 0, 1),
    TRIANGLE_DOWN("triangle", 180, 1),
    STAR("star", 0, 1.15);

    private final String wellKnownName;
    private final int rotation;
    private final double scale;

    Shape(String wellKnownName, int rotation, double scale) {
        this.wellKnownName = wellKnownName;
        this.rotation = rotation;
        this.scale = scale;
    }

    static Optional<Shape> find(String name) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(name))
                .findFirst();
    }

    /** What definitions call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What Symbology Encoding 1.1 (§11.3.2) and QGIS call it before it is turned. */
    public String wellKnownName() {
        return wellKnownName;
    }

    /** Degrees clockwise. */
    public int rotation() {
        return rotation;
    }

    /** By how much a shape is larger than its marker's size says: then all weigh alike to the eye. */
    public double scale() {
        return scale;
    }
}
