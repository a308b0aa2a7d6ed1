package org.truceline.styles;

import java.util.ArrayList;
import java.util.List;

/** Texts beside features as QGIS keeps them: rules with the settings of their text, its halo and its place. */
record QmlLabels(XmlText xml, Scheme scheme, Palette palette) {
    private static final double HALO = 1.4;
    private static final double BESIDE_A_POINT = 5;
    private static final double BETWEEN_REPEATS = 480;

    /** Of Qt's weights. */
    private static final String NORMAL = "50";

    private static final String BOLD = "75";

    void write(LayerStyle style) {
        xml.element(
                "labeling",
                List.of("type", "rule-based"),
                () -> xml.element("rules", () -> {
                    for (LayerLabel label : style.labels()) {
                        write(label, style.kind());
                    }
                }));
    }

    private void write(LayerLabel label, GeometryKind kind) {
        List<String> attributes = new ArrayList<>(List.of("description", label.property()));
        String filter = QgisExpression.of(label.condition(), true);
        if (!filter.isEmpty()) {
            attributes.addAll(List.of("filter", filter));
        }
        if (label.fromZoom() > 0) {
            attributes.addAll(List.of("scalemaxdenom", ZoomScale.denominator(label.fromZoom())));
        }
        xml.element(
                "rule",
                attributes,
                () -> xml.element("settings", () -> {
                    xml.element("text-style", text(label), this::halo);
                    xml.empty("placement", placement(label, kind));
                    // Texts may lie on areas and lines, as all do in a land that has a name.
                    xml.empty("rendering", List.of("obstacle", "0"));
                }));
    }

    private List<String> text(LayerLabel label) {
        return List.of(
                "fieldName",
                label.property(),
                "isExpression",
                "0",
                "fontFamily",
                "Noto Sans",
                "fontSize",
                QmlLength.of(label.size()),
                "fontSizeUnit",
                QmlLength.UNIT,
                "fontWeight",
                label.manner().strong() ? BOLD : NORMAL,
                "textColor",
                QmlColour.of(label.colour().in(scheme), 1),
                "textOpacity",
                "1");
    }

    private void halo() {
        xml.empty(
                "text-buffer",
                List.of(
                        "bufferDraw",
                        "1",
                        "bufferSize",
                        QmlLength.of(HALO),
                        "bufferSizeUnits",
                        QmlLength.UNIT,
                        "bufferColor",
                        QmlColour.of(palette.get("land").in(scheme), 1),
                        "bufferOpacity",
                        "1"));
    }

    /** The numbers are QgsPalLayerSettings' of QGIS 3.22. */
    private static List<String> placement(LayerLabel label, GeometryKind kind) {
        if (label.manner().along()) {
            // Curved (3), below the line (4) as the map is turned (8).
            return List.of(
                    "placement",
                    "3",
                    "placementFlags",
                    "12",
                    "repeatDistance",
                    QmlLength.of(BETWEEN_REPEATS),
                    "repeatDistanceUnits",
                    QmlLength.UNIT);
        } else if (kind == GeometryKind.POINT) {
            // At the first of these places around the point that is free.
            return List.of(
                    "placement",
                    "6",
                    "predefinedPositionOrder",
                    "B,T,R,L",
                    "dist",
                    QmlLength.of(BESIDE_A_POINT),
                    "distUnits",
                    QmlLength.UNIT);
        }
        // Over the middle of the area.
        return List.of("placement", "1", "quadOffset", "4", "centroidInside", "1");
    }
}
