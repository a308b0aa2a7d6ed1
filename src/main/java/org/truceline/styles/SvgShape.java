package org.truceline.styles;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.truceline.styles.Symbol.Marker;

/** A marker as an element of SVG. Shapes are those that SLD's and QGIS's names stand for. */
final class SvgShape {
    private static final int CORNERS_OF_A_STAR = 10;
    private static final double WAIST_OF_A_STAR = 0.382;

    private SvgShape() {}

    /** @param x where the marker's middle is, right of the corner; {@code y} below it */
    static String of(Marker marker, Scheme scheme, double x, double y) {
        double radius = marker.size() * marker.shape().scale() / 2;
        String paint = text(
                "fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"",
                marker.fill().in(scheme), marker.outline().in(scheme), marker.outlineWidth());
        if (marker.shape() == Shape.CIRCLE) {
            return text("<circle cx=\"%s\" cy=\"%s\" r=\"%.2f\" %s/>", x, y, radius, paint);
        }
        return text(
                "<polygon points=\"%s\" transform=\"translate(%s %s) rotate(%d)\" %s/>",
                points(marker.shape(), radius), x, y, marker.shape().rotation(), paint);
    }

    private static String points(Shape shape, double radius) {
        return switch (shape) {
            case SQUARE, DIAMOND -> text("%1$.2f,%1$.2f %2$.2f,%1$.2f %2$.2f,%2$.2f %1$.2f,%2$.2f", -radius, radius);
            case TRIANGLE, TRIANGLE_DOWN -> text("0,%1$.2f %2$.2f,%2$.2f %1$.2f,%2$.2f", -radius, radius);
            default -> star(radius);
        };
    }

    private static String star(double radius) {
        return IntStream.range(0, CORNERS_OF_A_STAR)
                .mapToObj(corner -> {
                    double angle = Math.PI * (2.0 * corner / CORNERS_OF_A_STAR - 0.5);
                    double reach = corner % 2 == 0 ? radius : radius * WAIST_OF_A_STAR;
                    return text("%.2f,%.2f", reach * Math.cos(angle), reach * Math.sin(angle));
                })
                .collect(Collectors.joining(" "));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
