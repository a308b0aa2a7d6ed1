package org.truceline.qgis;

import java.util.ArrayList;
import java.util.List;
import org.truceline.styles.Colour;
import org.truceline.styles.GeometryKind;
import org.truceline.styles.LayerLabel;
import org.truceline.styles.LayerStyle;
import org.truceline.styles.Rule;
import org.truceline.styles.RuleGroup;
import org.truceline.styles.Symbol;

/** How QGIS draws a layer: its symbols by rules, and its labels. */
final class LayerDrawing {
    /** The scale at which the world is as wide as the map of zoom 0: a pixel is 0.28 mm, the map has 512 of them. */
    private static final double SCALE_OF_FIRST_ZOOM = 279_541_132.014;

    /** QGIS's numbers for ways to place a label. */
    private static final String AROUND_THE_POINT = "6";

    private static final String ALONG_THE_LINE = "3";

    private static final String OVER_THE_MIDDLE = "1";

    private static final double HALO_PIXELS = 1.4;

    private final QgisXml xml;
    private final LayerStyle style;
    private final Colour halo;
    private final List<Symbol> symbols = new ArrayList<>();

    LayerDrawing(QgisXml xml, LayerStyle style, Colour halo) {
        this.xml = xml;
        this.style = style;
        this.halo = halo;
    }

    void writeRenderer() {
        xml.open(
                "renderer-v2",
                "type",
                "RuleRenderer",
                "symbollevels",
                "0",
                "referencescale",
                "-1",
                "enableorderby",
                "0");
        xml.open("rules", "key", "all");
        for (int number = 0; number < style.groups().size(); number++) {
            RuleGroup group = style.groups().get(number);
            // A rule for all others is for those that no rule beside it takes.
            xml.open("rule", "key", "group-" + number, "label", group.title());
            group.rules().forEach(this::write);
            xml.close("rule");
        }
        xml.close("rules");
        xml.open("symbols");
        QgisSymbol symbol = new QgisSymbol(xml);
        for (int number = 0; number < symbols.size(); number++) {
            symbol.write(String.valueOf(number), symbols.get(number));
        }
        xml.close("symbols");
        xml.close("renderer-v2");
    }

    private void write(Rule rule) {
        String number = String.valueOf(symbols.size());
        symbols.add(rule.symbol());
        xml.empty(
                "rule",
                "key",
                "rule-" + number,
                "symbol",
                number,
                "label",
                rule.title(),
                "filter",
                QgisExpression.of(rule.condition()),
                "scalemaxdenom",
                scale(rule.fromZoom()),
                "scalemindenom",
                "0");
    }

    /** The smallest scale, as its denominator; 0 for any. */
    private static String scale(double fromZoom) {
        return fromZoom == 0 ? "0" : QgisXml.number(SCALE_OF_FIRST_ZOOM / Math.pow(2, fromZoom));
    }

    void writeLabels() {
        if (style.labels().isEmpty()) {
            return;
        }
        xml.open("labeling", "type", "rule-based");
        xml.open("rules", "key", "labels");
        for (int number = 0; number < style.labels().size(); number++) {
            LayerLabel label = style.labels().get(number);
            xml.open(
                    "rule",
                    "key",
                    "label-" + number,
                    "filter",
                    QgisExpression.of(label.condition()),
                    "scalemaxdenom",
                    scale(label.fromZoom()),
                    "scalemindenom",
                    "0");
            write(label);
            xml.close("rule");
        }
        xml.close("rules");
        xml.close("labeling");
    }

    private void write(LayerLabel label) {
        xml.open("settings", "calloutType", "simple");
        xml.open(
                "text-style",
                "fieldName",
                label.property(),
                "isExpression",
                "0",
                "fontFamily",
                "Noto Sans",
                "fontWeight",
                label.manner().strong() ? "63" : "50",
                "fontSize",
                QgisSymbol.millimeters(label.size()),
                "fontSizeUnit",
                "MM",
                "textColor",
                QgisSymbol.colour(label.colour(), 255),
                "textOpacity",
                "1");
        xml.empty(
                "text-buffer",
                "bufferDraw",
                "1",
                "bufferSize",
                QgisSymbol.millimeters(HALO_PIXELS),
                "bufferSizeUnits",
                "MM",
                "bufferColor",
                QgisSymbol.colour(halo, 255),
                "bufferOpacity",
                "1");
        xml.close("text-style");
        xml.empty("placement", "placement", placement(label), "dist", "1", "distUnits", "MM");
        xml.close("settings");
    }

    private String placement(LayerLabel label) {
        if (label.manner().along()) {
            return ALONG_THE_LINE;
        }
        return style.kind() == GeometryKind.AREA ? OVER_THE_MIDDLE : AROUND_THE_POINT;
    }
}
