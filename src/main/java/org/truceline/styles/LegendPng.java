package org.truceline.styles;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import org.truceline.styles.Legend.Line;

/** A legend as PNG, in the server's own letters, two pixels for one of the legend's: sharp on fine screens and in print. */
public final class LegendPng {
    private static final int FINENESS = 2;

    private LegendPng() {}

    public static byte[] of(Legend legend, Scheme scheme, Palette palette) {
        BufferedImage image = SvgImage.draw(
                LegendSvg.withoutTexts(legend, scheme, palette), FINENESS * legend.width(), FINENESS * legend.height());
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.scale(FINENESS, FINENESS);
        for (Line line : legend.lines()) {
            graphics.setColor(
                    Color.decode(palette.get(line.lettering().colour()).in(scheme)));
            layout(line, graphics).draw(graphics, (float) line.left(), (float) line.baseline());
        }
        graphics.dispose();
        return Sprite.png(image);
    }

    private static TextLayout layout(Line line, Graphics2D graphics) {
        var text =
                line.lettering().typeface().write(line.text(), line.lettering().size());
        return new TextLayout(text.getIterator(), graphics.getFontRenderContext());
    }
}
