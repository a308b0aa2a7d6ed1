package org.truceline.styles;

import java.util.List;
import org.truceline.fonts.Typeface;

/**
 * Explains a style: its titles, and beside each rule's title what the rule draws. Lengths are in pixels, from the upper left
 * corner.
 *
 * @param title what is explained
 */
public record Legend(String title, int width, int height, List<Swatch> swatches, List<Line> lines) {
    public Legend {
        swatches = List.copyOf(swatches);
        lines = List.copyOf(lines);
    }

    /** What a rule draws, on a field of {@link LegendLayout#SWATCH_WIDTH}. */
    record Swatch(Symbol symbol, double left, double middle) {}

    /** A line of text, begun at its left. */
    record Line(String text, Lettering lettering, double left, double baseline) {}

    /**
     * How a text is written.
     *
     * @param colour its name in the palette
     */
    record Lettering(Typeface typeface, float size, String colour) {}

    /**
     * Lays a legend out.
     *
     * @param layers from the ground up; the legend tells of the uppermost first
     */
    public static Legend of(String title, List<LayerStyle> layers) {
        LegendLayout layout = new LegendLayout(title);
        for (int index = layers.size() - 1; index >= 0; index--) {
            LayerStyle layer = layers.get(index);
            if (layers.size() > 1) {
                layout.addHeading(layer.text().title());
            }
            layer.groups().forEach(layout::add);
        }
        return layout.toLegend();
    }

    /** All that it says, in order. */
    public List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
