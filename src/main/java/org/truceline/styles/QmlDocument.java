package org.truceline.styles;

import java.util.ArrayList;
import java.util.List;

/**
 * A style as QGIS keeps its own (QML, from 3.22 on): rules with a legend, symbols, and labels. Other settings of a layer stay as
 * they are when it is loaded.
 */
public final class QmlDocument {
    private final XmlText xml;
    private final LayerStyle style;
    private final List<Rule> rules;

    private QmlDocument(XmlText xml, LayerStyle style) {
        this.xml = xml;
        this.style = style;
        this.rules =
                style.groups().stream().flatMap(group -> group.rules().stream()).toList();
    }

    /** Writes the document. */
    public static String of(LayerStyle style, Scheme scheme, Palette palette) {
        XmlText xml = XmlText.document();
        List<String> attributes = List.of(
                "version", "3.22.0",
                "styleCategories", "Symbology|Labeling",
                "labelsEnabled", style.labels().isEmpty() ? "0" : "1");
        xml.element("qgis", attributes, () -> new QmlDocument(xml, style).write(scheme, palette));
        return xml.toString();
    }

    /** Writes the elements that a project has of it for each of its layers. */
    public static String inProject(LayerStyle style, Scheme scheme, Palette palette) {
        XmlText xml = XmlText.fragment();
        new QmlDocument(xml, style).write(scheme, palette);
        return xml.toString();
    }

    private void write(Scheme scheme, Palette palette) {
        QmlSymbols symbols = new QmlSymbols(xml, scheme, style.kind());
        xml.element("renderer-v2", List.of("type", "RuleRenderer", "symbollevels", "0"), () -> {
            xml.element("rules", this::writeGroups);
            xml.element("symbols", () -> {
                for (int index = 0; index < rules.size(); index++) {
                    symbols.write(String.valueOf(index), rules.get(index).symbol());
                }
            });
        });
        if (!style.labels().isEmpty()) {
            new QmlLabels(xml, scheme, palette).write(style);
        }
    }

    /** Several groups are rules with rules in them: "else" means one group's. */
    private void writeGroups() {
        int first = 0;
        for (RuleGroup group : style.groups()) {
            int begin = first;
            if (style.groups().size() == 1) {
                writeRules(group, begin);
            } else {
                xml.element("rule", List.of("label", group.title()), () -> writeRules(group, begin));
            }
            first += group.rules().size();
        }
    }

    private void writeRules(RuleGroup group, int first) {
        boolean isAlone = group.conditions().isEmpty();
        for (int index = 0; index < group.rules().size(); index++) {
            Rule rule = group.rules().get(index);
            List<String> attributes =
                    new ArrayList<>(List.of("label", rule.title(), "symbol", String.valueOf(first + index)));
            String filter = QgisExpression.of(rule.condition(), isAlone);
            if (!filter.isEmpty()) {
                attributes.addAll(List.of("filter", filter));
            }
            if (rule.fromZoom() > 0) {
                attributes.addAll(List.of("scalemaxdenom", ZoomScale.denominator(rule.fromZoom())));
            }
            xml.empty("rule", attributes);
        }
    }
}
