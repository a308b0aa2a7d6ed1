package org.truceline.styles;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;

/**
 * A small square drawing: a marker, or a tile of hatching that fits to itself on all sides.
 *
 * @param size from side to side, in pixels
 * @param drawing as elements of SVG
 */
public record Sign(String id, int size, String drawing) {
    /** A straight hatch, or the diagonal of a slanting one, is so far from the next one as {@link Hatch#SPACING} says. */
    private static final int STRAIGHT_TILE = (int) Hatch.SPACING;

    private static final int SLANTING_TILE = (int) Math.round(Hatch.SPACING * Math.sqrt(2)) + 1;

    /** The signs that some symbols need, each once. */
    public static List<Sign> list(List<Symbol> symbols, Scheme scheme) {
        return symbols.stream().flatMap(symbol -> of(symbol, scheme)).distinct().toList();
    }

    private static Stream<Sign> of(Symbol symbol, Scheme scheme) {
        if (symbol instanceof Marker marker) {
            return Stream.of(of(marker, scheme));
        } else if (symbol instanceof Area area) {
            return area.hatch().stream().map(hatch -> of(hatch, scheme));
        }
        return Stream.empty();
    }

    private static Sign of(Marker marker, Scheme scheme) {
        int size = (int) Math.ceil(
                marker.size() * marker.shape().scale() * longestOver(marker.shape()) + marker.outlineWidth() + 1);
        return new Sign(marker.id(), size, SvgShape.of(marker, scheme, size / 2.0, size / 2.0));
    }

    /** How far a shape that is turned reaches. */
    private static double longestOver(Shape shape) {
        return shape == Shape.DIAMOND ? Math.sqrt(2) : 1;
    }

    static Sign of(Hatch hatch, Scheme scheme) {
        int size = hatch.angle() % 90 == 0 ? STRAIGHT_TILE : SLANTING_TILE;
        String path =
                switch (hatch.angle()) {
                    case 0 -> "M0 %1$s H%2$s".formatted(size / 2.0, size);
                    case 90 -> "M%1$s 0 V%2$s".formatted(size / 2.0, size);
                    case 45 -> "M-1 1 L1 -1 M0 %1$s L%1$s 0 M%2$s %3$s L%3$s %2$s".formatted(size, size - 1, size + 1);
                    default -> "M-1 %2$s L1 %3$s M0 0 L%1$s %1$s M%2$s -1 L%3$s 1".formatted(size, size - 1, size + 1);
                };
        String line = "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(path, hatch.colour().in(scheme), Hatch.WIDTH);
        return new Sign(hatch.id(), size, line);
    }

    /** The drawing as a document of its own. */
    public String svg() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%1$d\" viewBox=\"0 0 %1$d %1$d\">%2$s</svg>",
                size,
                drawing);
    }
}
