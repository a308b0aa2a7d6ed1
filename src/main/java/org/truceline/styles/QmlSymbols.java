package org.truceline.styles;

import java.util.List;
import java.util.stream.Collectors;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** Symbols as QGIS keeps them: layers that are drawn one over the other. */
record QmlSymbols(XmlText xml, Scheme scheme, GeometryKind kind) {
    /** @param name by which rules refer to it */
    void write(String name, Symbol symbol) {
        if (symbol instanceof Marker marker) {
            symbol(name, "marker", () -> marker(marker));
        } else if (symbol instanceof Stroke stroke) {
            // Only symbols of areas are drawn for areas; a line among their layers is the outline.
            symbol(name, kind == GeometryKind.AREA ? "fill" : "line", () -> {
                stroke.underneath().ifPresent(casing -> line(casing, 1));
                line(stroke, 1);
            });
        } else if (symbol instanceof Area area) {
            symbol(name, "fill", () -> area(area, name));
        }
    }

    private void symbol(String name, String type, Runnable layers) {
        xml.element("symbol", List.of("name", name, "type", type, "alpha", "1", "clip_to_extent", "1"), layers);
    }

    private void marker(Marker marker) {
        Shape shape = marker.shape();
        layer("SimpleMarker", () -> {
            option("name", shape.wellKnownName());
            option("angle", String.valueOf(shape.rotation()));
            option("color", colour(marker.fill(), 1));
            option("outline_color", colour(marker.outline(), 1));
            option("outline_style", "solid");
            option("joinstyle", "round");
            option("scale_method", "diameter");
            length("outline_width", marker.outlineWidth());
            length("size", marker.size() * shape.scale());
        });
    }

    private void line(Stroke stroke, double opacity) {
        layer("SimpleLine", () -> {
            option("line_color", colour(stroke.colour(), opacity));
            option("line_style", "solid");
            option("capstyle", "flat");
            option("joinstyle", "round");
            length("line_width", stroke.width());
            if (!stroke.dashes().isEmpty()) {
                String dashes = stroke.dashes().stream()
                        .map(dash -> QmlLength.of(dash * stroke.width()))
                        .collect(Collectors.joining(";"));
                option("use_custom_dash", "1");
                option("customdash", dashes);
                option("customdash_unit", QmlLength.UNIT);
            }
        });
    }

    private void area(Area area, String name) {
        layer("SimpleFill", () -> {
            option("color", colour(area.fill(), area.opacity()));
            option("style", "solid");
            option("outline_style", "no");
        });
        area.hatch().ifPresent(hatch -> hatching(hatch, name));
        area.outline().ifPresent(outline -> line(outline, 1));
    }

    private void hatching(Hatch hatch, String name) {
        xml.element("layer", List.of("class", "LinePatternFill", "enabled", "1", "locked", "0", "pass", "0"), () -> {
            options(() -> {
                option("angle", String.valueOf(hatch.angle()));
                length("distance", Hatch.SPACING);
            });
            Stroke line = new Stroke(hatch.colour(), Hatch.WIDTH, List.of());
            // QGIS finds a layer's own symbol by the symbol's name and the layer's place in it.
            symbol("@" + name + "@1", "line", () -> line(line, hatch.opacity()));
        });
    }

    private void layer(String type, Runnable options) {
        xml.element(
                "layer", List.of("class", type, "enabled", "1", "locked", "0", "pass", "0"), () -> options(options));
    }

    private void options(Runnable options) {
        xml.element("Option", List.of("type", "Map"), options);
    }

    private void option(String name, String value) {
        xml.empty("Option", List.of("type", "QString", "name", name, "value", value));
    }

    private void length(String name, double pixels) {
        option(name, QmlLength.of(pixels));
        option(name + "_unit", QmlLength.UNIT);
    }

    /** Red, green, blue and opacity, from 0 to 255. */
    private String colour(Colour colour, double opacity) {
        return QmlColour.of(colour.in(scheme), opacity);
    }
}
