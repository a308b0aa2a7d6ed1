package org.truceline.styles;

import java.util.List;
import java.util.stream.Collectors;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** Symbols and texts as Symbology Encoding 1.1 (OGC 05-077r4). Lengths are in pixels, shapes among the well-known marks. */
record SldSymbols(XmlText xml, Scheme scheme, Palette palette) {
    private static final List<String> IN_PIXELS = List.of("uom", "http://www.opengeospatial.org/se/units/pixel");
    private static final double HALO = 1.4;

    void write(Symbol symbol) {
        if (symbol instanceof Marker marker) {
            xml.element("se:PointSymbolizer", IN_PIXELS, () -> graphic(marker));
        } else if (symbol instanceof Stroke stroke) {
            stroke.underneath().ifPresent(this::line);
            line(stroke);
        } else if (symbol instanceof Area area) {
            xml.element("se:PolygonSymbolizer", IN_PIXELS, () -> fill(area.fill(), area.opacity()));
            area.hatch().ifPresent(this::hatching);
            // A line of its own, since QGIS knows no dashes for a polygon's.
            area.outline().ifPresent(this::line);
        }
    }

    private void line(Stroke stroke) {
        xml.element("se:LineSymbolizer", IN_PIXELS, () -> stroke(stroke));
    }

    private void graphic(Marker marker) {
        Shape shape = marker.shape();
        xml.element("se:Graphic", () -> {
            mark(shape.wellKnownName(), () -> {
                fill(marker.fill(), 1);
                stroke(new Stroke(marker.outline(), marker.outlineWidth(), List.of()));
            });
            xml.text("se:Size", XmlText.number(marker.size() * shape.scale()));
            if (shape.rotation() != 0) {
                // QGIS takes no number that stands there without an element of its own.
                xml.element("se:Rotation", () -> xml.text("ogc:Literal", String.valueOf(shape.rotation())));
            }
        });
    }

    /** The standard has no mark for hatching. Of several marks, a program draws the first one that it knows. */
    private void hatching(Hatch hatch) {
        xml.element("se:PolygonSymbolizer", IN_PIXELS, () -> {
            xml.element(
                    "se:Fill",
                    () -> xml.element(
                            "se:GraphicFill",
                            () -> xml.element("se:Graphic", () -> {
                                mark(hatchInQgis(hatch), () -> fill(hatch.colour(), hatch.opacity()));
                                mark(
                                        hatchInGeoServer(hatch),
                                        () -> stroke(new Stroke(hatch.colour(), Hatch.WIDTH, List.of())));
                                xml.text("se:Opacity", XmlText.number(hatch.opacity()));
                                xml.text("se:Size", XmlText.number(Hatch.SPACING));
                            })));
        });
    }

    private void mark(String name, Runnable paint) {
        xml.element("se:Mark", () -> {
            xml.text("se:WellKnownName", name);
            paint.run();
        });
    }

    private static String hatchInGeoServer(Hatch hatch) {
        return switch (hatch.angle()) {
            case 0 -> "shape://horline";
            case 90 -> "shape://vertline";
            case 45 -> "shape://slash";
            default -> "shape://backslash";
        };
    }

    private static String hatchInQgis(Hatch hatch) {
        return switch (hatch.angle()) {
            case 0 -> "brush://horizontal";
            case 90 -> "brush://vertical";
            case 45 -> "brush://b_diagonal";
            default -> "brush://f_diagonal";
        };
    }

    private void fill(Colour colour, double opacity) {
        xml.element("se:Fill", () -> {
            parameter("fill", colour.in(scheme));
            if (opacity < 1) {
                parameter("fill-opacity", XmlText.number(opacity));
            }
        });
    }

    private void stroke(Stroke stroke) {
        xml.element("se:Stroke", () -> {
            parameter("stroke", stroke.colour().in(scheme));
            parameter("stroke-width", XmlText.number(stroke.width()));
            if (!stroke.dashes().isEmpty()) {
                String dashes = stroke.dashes().stream()
                        .map(dash -> XmlText.number(dash * stroke.width()))
                        .collect(Collectors.joining(" "));
                parameter("stroke-dasharray", dashes);
            }
        });
    }

    void write(LayerLabel label, GeometryKind kind) {
        xml.element("se:TextSymbolizer", IN_PIXELS, () -> {
            xml.element("se:Label", () -> xml.text("ogc:PropertyName", label.property()));
            xml.element("se:Font", () -> {
                parameter("font-family", "Noto Sans");
                parameter("font-size", String.valueOf(Math.round(label.size())));
                parameter("font-weight", label.manner().strong() ? "bold" : "normal");
            });
            xml.element("se:LabelPlacement", () -> placement(label, kind));
            xml.element("se:Halo", () -> {
                xml.text("se:Radius", XmlText.number(HALO));
                fill(palette.get("land"), 1);
            });
            fill(label.colour(), 1);
        });
    }

    /** Along its line, below its point, or in the middle of its area. */
    private void placement(LayerLabel label, GeometryKind kind) {
        boolean isBelow = kind == GeometryKind.POINT;
        if (label.manner().along()) {
            xml.empty("se:LinePlacement", List.of());
            return;
        }
        xml.element("se:PointPlacement", () -> {
            xml.element("se:AnchorPoint", () -> {
                xml.text("se:AnchorPointX", "0.5");
                xml.text("se:AnchorPointY", isBelow ? "1" : "0.5");
            });
            xml.element("se:Displacement", () -> {
                xml.text("se:DisplacementX", "0");
                xml.text("se:DisplacementY", isBelow ? XmlText.number(-label.size() / 2) : "0");
            });
        });
    }

    private void parameter(String name, String value) {
        xml.text("se:SvgParameter", List.of("name", name), value);
    }
}
