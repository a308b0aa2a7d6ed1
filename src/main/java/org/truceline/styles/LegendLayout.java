package org.truceline.styles;

import java.util.ArrayList;
import java.util.List;
import org.truceline.fonts.Typeface;
import org.truceline.styles.Legend.Lettering;
import org.truceline.styles.Legend.Line;
import org.truceline.styles.Legend.Swatch;

/** Puts a legend together, from its upper edge down. Texts are wrapped, never cut. */
final class LegendLayout {
    static final int SWATCH_WIDTH = 36;
    static final int SWATCH_HEIGHT = 18;

    private static final int WIDTH = 360;
    private static final int MARGIN = 14;
    private static final int TEXT_LEFT = MARGIN + SWATCH_WIDTH + 10;

    /** An SVG is drawn with the reader's font where ours is missing; others are up to a fifth wider. */
    private static final double SLACK = 1.2;

    private static final double LINE_HEIGHT = 1.4;
    private static final double BASELINE = 1.05;
    private static final Lettering TITLE = new Lettering(Typeface.SEMIBOLD, 15, "label");
    private static final Lettering HEADING = new Lettering(Typeface.SEMIBOLD, 13, "label");
    private static final Lettering GROUP = new Lettering(Typeface.REGULAR, 12, "label-quiet");
    private static final Lettering RULE = new Lettering(Typeface.REGULAR, 12.5f, "label");

    private final String title;
    private final List<Swatch> swatches = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private double bottom = MARGIN;

    LegendLayout(String title) {
        this.title = title;
        bottom += write(title, TITLE, MARGIN, bottom);
    }

    /** Above the rules of one of several layers. */
    void addHeading(String text) {
        bottom += 8;
        bottom += write(text, HEADING, MARGIN, bottom);
    }

    void add(RuleGroup group) {
        bottom += 4;
        bottom += write(group.title(), GROUP, MARGIN, bottom) + 2;
        group.rules().forEach(this::add);
    }

    private void add(Rule rule) {
        double lineHeight = RULE.size() * LINE_HEIGHT;
        double lead = Math.max(0, SWATCH_HEIGHT - lineHeight) / 2;
        double height = write(rule.title(), RULE, TEXT_LEFT, bottom + lead);
        swatches.add(new Swatch(rule.symbol(), MARGIN, bottom + lead + lineHeight / 2));
        bottom += Math.max(SWATCH_HEIGHT, height + lead) + 4;
    }

    /** How high the text's lines are together. */
    private double write(String text, Lettering lettering, double left, double top) {
        double lineHeight = lettering.size() * LINE_HEIGHT;
        List<String> wrapped =
                lettering.typeface().wrap(text, lettering.size(), (float) ((WIDTH - MARGIN - left) / SLACK));
        for (int number = 0; number < wrapped.size(); number++) {
            double baseline = top + number * lineHeight + lettering.size() * BASELINE;
            lines.add(new Line(wrapped.get(number), lettering, left, baseline));
        }
        return wrapped.size() * lineHeight;
    }

    Legend toLegend() {
        return new Legend(title, WIDTH, (int) Math.ceil(bottom + MARGIN), swatches, lines);
    }
}
