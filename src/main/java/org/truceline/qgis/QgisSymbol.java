package org.truceline.qgis;

import java.util.Map;
import java.util.stream.Collectors;
import org.truceline.styles.Colour;
import org.truceline.styles.Scheme;
import org.truceline.styles.Shape;
import org.truceline.styles.Symbol;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** Symbols as layers of QGIS's own symbols, in millimetres: as large on paper as on a screen. */
final class QgisSymbol {
    /** Of a style's lengths. */
    static final double MILLIMETERS_PER_PIXEL = 0.28;

    private static final int OPAQUE = 255;

    private final QgisXml xml;

    QgisSymbol(QgisXml xml) {
        this.xml = xml;
    }

    void write(String name, Symbol symbol) {
        String type = symbol instanceof Marker ? "marker" : symbol instanceof Stroke ? "line" : "fill";
        xml.open("symbol", "name", name, "type", type, "alpha", "1", "clip_to_extent", "1", "force_rhr", "0");
        if (symbol instanceof Marker marker) {
            write(marker);
        } else if (symbol instanceof Stroke stroke) {
            write(stroke);
        } else if (symbol instanceof Area area) {
            write(area);
        }
        xml.close("symbol");
    }

    private void write(Marker marker) {
        Shape shape = marker.shape();
        layer(
                "SimpleMarker",
                Map.of(
                        "name", shape.wellKnownName(),
                        "angle", String.valueOf(shape.rotation()),
                        "color", colour(marker.fill(), OPAQUE),
                        "size", millimeters(marker.size() * shape.scale()),
                        "size_unit", "MM",
                        "outline_color", colour(marker.outline(), OPAQUE),
                        "outline_style", "solid",
                        "outline_width", millimeters(marker.outlineWidth()),
                        "outline_width_unit", "MM",
                        "joinstyle", "round"));
    }

    private void write(Stroke stroke) {
        stroke.underneath().ifPresent(this::write);
        boolean isDashed = !stroke.dashes().isEmpty();
        String dashes = stroke.dashes().stream()
                .map(length -> millimeters(length * stroke.width()))
                .collect(Collectors.joining(";"));
        layer(
                "SimpleLine",
                Map.of(
                        "line_color", colour(stroke.colour(), OPAQUE),
                        "line_style", "solid",
                        "line_width", millimeters(stroke.width()),
                        "line_width_unit", "MM",
                        "use_custom_dash", isDashed ? "1" : "0",
                        "customdash", isDashed ? dashes : "5;2",
                        "customdash_unit", "MM",
                        "capstyle", "flat",
                        "joinstyle", "round"));
    }

    private void write(Area area) {
        layer(
                "SimpleFill",
                Map.of(
                        "color",
                        colour(area.fill(), alpha(area.opacity())),
                        "style",
                        "solid",
                        "outline_style",
                        "no",
                        "joinstyle",
                        "round"));
        area.hatch()
                .ifPresent(hatch -> layer(
                        "LinePatternFill",
                        Map.of(
                                "color", colour(hatch.colour(), alpha(hatch.opacity())),
                                "angle", String.valueOf(hatch.angle()),
                                "distance", millimeters(Hatch.SPACING),
                                "distance_unit", "MM",
                                "line_width", millimeters(Hatch.WIDTH),
                                "line_width_unit", "MM")));
        area.outline().ifPresent(this::write);
    }

    private void layer(String type, Map<String, String> properties) {
        xml.open("layer", "class", type, "enabled", "1", "locked", "0", "pass", "0");
        xml.open("Option", "type", "Map");
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> xml.option(property.getKey(), property.getValue()));
        xml.close("Option");
        xml.close("layer");
    }

    private static int alpha(double opacity) {
        return (int) Math.round(opacity * OPAQUE);
    }

    static String millimeters(double pixels) {
        return QgisXml.number(pixels * MILLIMETERS_PER_PIXEL);
    }

    /** Screens and paper in QGIS are light grounds. */
    static String colour(Colour colour, int alpha) {
        int rgb = Integer.parseInt(colour.in(Scheme.LIGHT).substring(1), 16);
        return (rgb >> 16 & 0xff) + "," + (rgb >> 8 & 0xff) + "," + (rgb & 0xff) + "," + alpha;
    }
}
