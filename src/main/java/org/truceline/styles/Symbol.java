package org.truceline.styles;

import java.util.List;
import java.util.Optional;

/** What is drawn for a feature. Lengths are in pixels of 0.28 mm. */
public sealed interface Symbol {
    /**
     * A sign at a point.
     *
     * @param size from edge to edge, without the outline
     */
    record Marker(Shape shape, double size, Colour fill, Colour outline, double outlineWidth) implements Symbol {
        /** The sign's name among the signs that are served: made of all that it looks like. */
        public String id() {
            return String.join(
                    "-", shape.word(), fill.name(), outline.name(), number(size), "by", number(outlineWidth));
        }

        private static String number(double value) {
            return String.valueOf(value).replaceFirst("\\.0$", "").replace('.', '_');
        }
    }

    /**
     * A line, or the outline of an area.
     *
     * @param dashes lengths of dashes and of gaps in turn, in widths of the line; empty for a line without gaps
     * @param casing under the line and a little wider: its gaps stay gaps where other lines run below
     */
    record Stroke(Colour colour, double width, List<Double> dashes, Optional<Colour> casing) implements Symbol {
        public Stroke {
            dashes = List.copyOf(dashes);
        }

        public Stroke(Colour colour, double width, List<Double> dashes) {
            this(colour, width, dashes, Optional.empty());
        }

        /** What is drawn before the line itself. */
        public Optional<Stroke> underneath() {
            return casing.map(ground -> new Stroke(ground, width + 2, List.of()));
        }
    }

    /**
     * An area.
     *
     * @param opacity of the fill, 0 to 1
     * @param hatch lines over the fill, in its colour
     */
    record Area(Colour fill, double opacity, Optional<Hatch> hatch, Optional<Stroke> outline) implements Symbol {}

    /**
     * Parallel lines.
     *
     * @param angle in degrees, counterclockwise from lines that go from left to right: 45 rises to the right
     */
    record Hatch(Colour colour, int angle) {
        /** From line to line. */
        public static final double SPACING = 8;

        public static final double WIDTH = 0.8;

        /** Hatching is fine enough to be looked through. */
        public double opacity() {
            return angle % 90 == 0 ? 0.4 : 0.35;
        }

        public String id() {
            return "hatch-" + colour.name() + "-" + angle;
        }
    }
}
