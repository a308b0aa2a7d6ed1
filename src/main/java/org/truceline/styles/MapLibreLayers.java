package org.truceline.styles;

import static org.truceline.styles.MapLibreFilter.list;
import static org.truceline.styles.MapLibreFilter.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truceline.fonts.Typeface;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** The layers of a MapLibre style that draw one of ours, in order: areas, lines, points, and texts. */
final class MapLibreLayers {
    private static final List<Object> NO_CLUSTER = list("!=", list("get", "clustered"), true);
    private static final String REGULAR = Typeface.REGULAR.fontName();
    private static final String STRONG = Typeface.SEMIBOLD.fontName();

    private final LayerStyle style;
    private final Scheme scheme;
    private final Palette palette;
    private final List<Map<String, Object>> layers = new ArrayList<>();

    private MapLibreLayers(LayerStyle style, Scheme scheme, Palette palette) {
        this.style = style;
        this.scheme = scheme;
        this.palette = palette;
    }

    static List<Map<String, Object>> of(LayerStyle style, Scheme scheme, Palette palette) {
        MapLibreLayers made = new MapLibreLayers(style, scheme, palette);
        for (int group = 0; group < style.groups().size(); group++) {
            made.addGroup(style.groups().get(group), group + 1);
        }
        made.addClusters();
        for (int label = 0; label < style.labels().size(); label++) {
            made.addLabel(style.labels().get(label), label + 1);
        }
        return made.layers;
    }

    private void addGroup(RuleGroup group, int number) {
        for (int index = 0; index < group.rules().size(); index++) {
            Rule rule = group.rules().get(index);
            String id = style.layerId() + "-" + number + "-" + (index + 1);
            Object condition = MapLibreFilter.of(rule.condition(), group.rules());
            Symbol symbol = rule.symbol();
            if (symbol instanceof Marker marker) {
                add(id, "symbol", rule.fromZoom(), ofPoints(condition));
                last().put("layout", object("icon-image", marker.id(), "icon-allow-overlap", true));
            } else if (symbol instanceof Stroke stroke) {
                stroke.underneath().ifPresent(casing -> {
                    add(id + "-casing", "line", rule.fromZoom(), ofLines(condition));
                    draw(casing);
                });
                add(id, "line", rule.fromZoom(), ofLines(condition));
                draw(stroke);
            } else if (symbol instanceof Area area) {
                addArea(area, id, rule.fromZoom(), condition);
            }
            last().put("metadata", object("truceline:legend", rule.title()));
        }
    }

    private void addArea(Area area, String id, double fromZoom, Object condition) {
        Object filter = list("all", list("==", list("geometry-type"), "Polygon"), condition);
        add(id, "fill", fromZoom, filter);
        last().put("paint", fill(area));
        area.hatch().ifPresent(hatch -> {
            add(id + "-hatch", "fill", fromZoom, filter);
            last().put("paint", object("fill-pattern", hatch.id(), "fill-opacity", hatch.opacity()));
        });
        area.outline().ifPresent(outline -> {
            add(id + "-outline", "line", fromZoom, filter);
            draw(outline);
        });
    }

    private Map<String, Object> fill(Area area) {
        return object(
                "fill-color",
                area.fill().in(scheme),
                "fill-opacity",
                area.opacity(),
                "fill-antialias",
                area.opacity() == 1);
    }

    /** On a layer of areas, a line is their outline. */
    private Object ofLines(Object condition) {
        return list("all", list("!=", list("geometry-type"), "Point"), condition);
    }

    private static Object ofPoints(Object condition) {
        return list("all", list("==", list("geometry-type"), "Point"), NO_CLUSTER, condition);
    }

    private void draw(Stroke stroke) {
        Map<String, Object> paint = new LinkedHashMap<>();
        paint.put("line-color", stroke.colour().in(scheme));
        paint.put("line-width", stroke.width());
        if (!stroke.dashes().isEmpty()) {
            paint.put("line-dasharray", stroke.dashes());
        }
        last().put("layout", object("line-join", "round"));
        last().put("paint", paint);
    }

    /** Where a tile would hold too many points, a plate says how many they are. */
    private void addClusters() {
        if (style.kind() != GeometryKind.POINT && style.kind() != GeometryKind.MIXED) {
            return;
        }
        add(style.layerId() + "-clusters", "circle", 0, list("==", list("get", "clustered"), true));
        last().put(
                        "paint",
                        object(
                                "circle-radius",
                                14,
                                "circle-color",
                                paper(),
                                "circle-stroke-color",
                                palette.get("label").in(scheme),
                                "circle-stroke-width",
                                1));
        add(style.layerId() + "-cluster-counts", "symbol", 0, list("==", list("get", "clustered"), true));
        last().put(
                        "layout",
                        object(
                                "text-field",
                                list("to-string", list("get", "point_count")),
                                "text-font",
                                List.of(STRONG),
                                "text-size",
                                11,
                                "text-allow-overlap",
                                true));
        last().put("paint", object("text-color", palette.get("label").in(scheme)));
    }

    private void addLabel(LayerLabel label, int number) {
        Object condition = label.condition() instanceof Condition.When when
                ? MapLibreFilter.expression(when.expression())
                : (Object) true;
        add(style.layerId() + "-label-" + number, "symbol", label.fromZoom(), condition);
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("text-field", list("to-string", list("get", label.property())));
        layout.put("text-font", List.of(label.manner().strong() ? STRONG : REGULAR));
        layout.put("text-size", label.size());
        if (label.manner().along()) {
            layout.put("symbol-placement", "line");
            layout.put("symbol-spacing", 480);
            layout.put("text-offset", List.of(0, 0.8));
            layout.put("text-max-angle", 35);
        } else if (style.kind() == GeometryKind.POINT) {
            layout.put("text-variable-anchor", List.of("top", "bottom", "left", "right"));
            layout.put("text-radial-offset", 0.6);
        }
        last().put("layout", layout);
        last().put(
                        "paint",
                        object(
                                "text-color", label.colour().in(scheme),
                                "text-halo-color", palette.get("land").in(scheme),
                                "text-halo-width", 1.4));
    }

    private String paper() {
        return palette.get("paper").in(scheme);
    }

    private void add(String id, String type, double fromZoom, Object filter) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", id);
        layer.put("type", type);
        layer.put("source", style.layerId());
        layer.put("source-layer", style.layerId());
        if (fromZoom > 0) {
            layer.put("minzoom", fromZoom);
        }
        if (!filter.equals(true)) {
            layer.put("filter", filter);
        }
        layers.add(layer);
    }

    private Map<String, Object> last() {
        return layers.get(layers.size() - 1);
    }
}
