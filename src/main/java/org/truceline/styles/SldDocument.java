package org.truceline.styles;

import java.util.List;
import org.truceline.cql2.Expression;

/**
 * Styles as Styled Layer Descriptor 1.1 (OGC 05-078r4) with Symbology Encoding 1.1 (OGC 05-077r4). QGIS reads whole numbers
 * only for scales and for the sizes of letters, so these are rounded.
 */
public final class SldDocument {
    private final XmlText xml = XmlText.document();
    private final SldFilter filter = new SldFilter(xml);
    private final SldSymbols symbols;

    private SldDocument(Scheme scheme, Palette palette) {
        this.symbols = new SldSymbols(xml, scheme, palette);
    }

    /**
     * Writes the document.
     *
     * @param styles a named layer of the document each, from the ground up
     */
    public static String of(List<LayerStyle> styles, Scheme scheme, Palette palette) {
        SldDocument document = new SldDocument(scheme, palette);
        document.write(styles);
        return document.xml.toString();
    }

    private void write(List<LayerStyle> styles) {
        List<String> attributes = List.of(
                "xmlns", "http://www.opengis.net/sld",
                "xmlns:se", "http://www.opengis.net/se",
                "xmlns:ogc", "http://www.opengis.net/ogc",
                "version", "1.1.0");
        xml.element("StyledLayerDescriptor", attributes, () -> styles.forEach(this::write));
    }

    private void write(LayerStyle style) {
        xml.element("NamedLayer", () -> {
            xml.text("se:Name", style.layerId());
            xml.element("UserStyle", () -> {
                xml.text("se:Name", style.layerId());
                describe(style.text().title());
                style.groups().forEach(this::write);
                if (!style.labels().isEmpty()) {
                    xml.element(
                            "se:FeatureTypeStyle", () -> style.labels().forEach(label -> write(label, style.kind())));
                }
            });
        });
    }

    private void describe(String title) {
        xml.element("se:Description", () -> xml.text("se:Title", title));
    }

    private void write(RuleGroup group) {
        xml.element(
                "se:FeatureTypeStyle",
                () -> group.rules()
                        .forEach(rule -> xml.element("se:Rule", () -> {
                            begin(rule.title(), rule.condition(), group.conditions(), rule.fromZoom());
                            symbols.write(rule.symbol());
                        })));
    }

    private void write(LayerLabel label, GeometryKind kind) {
        xml.element("se:Rule", () -> {
            begin(label.property(), label.condition(), List.of(), label.fromZoom());
            symbols.write(label, kind);
        });
    }

    /** QGIS shows a rule's name, others its title. */
    private void begin(String title, Condition condition, List<Expression> ofGroup, double fromZoom) {
        xml.text("se:Name", title);
        describe(title);
        filter.write(condition, ofGroup);
        if (fromZoom > 0) {
            xml.text("se:MaxScaleDenominator", ZoomScale.denominator(fromZoom));
        }
    }
}
