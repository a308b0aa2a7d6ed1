package org.truceline.styles;

import static org.truceline.styles.XmlText.escape;
import static org.truceline.styles.XmlText.number;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.truceline.styles.Legend.Line;
import org.truceline.styles.Legend.Swatch;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** A legend as SVG 1.1. Its texts stay texts, which can be read aloud and searched. */
public final class LegendSvg {
    private static final String FONTS = "'Noto Sans', 'Noto Sans Arabic', sans-serif";

    private final Scheme scheme;
    private final Palette palette;
    private final Set<Hatch> hatches = new LinkedHashSet<>();

    private LegendSvg(Scheme scheme, Palette palette) {
        this.scheme = scheme;
        this.palette = palette;
    }

    public static String of(Legend legend, Scheme scheme, Palette palette) {
        LegendSvg svg = new LegendSvg(scheme, palette);
        return svg.document(legend, legend.lines().stream().map(svg::text).collect(Collectors.joining()));
    }

    /** The same without texts, for what draws them by itself. */
    static String withoutTexts(Legend legend, Scheme scheme, Palette palette) {
        return new LegendSvg(scheme, palette).document(legend, "");
    }

    private String document(Legend legend, String texts) {
        String swatches = legend.swatches().stream().map(this::swatch).collect(Collectors.joining());
        String patterns = hatches.stream().map(this::pattern).collect(Collectors.joining());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\">"
                        .formatted(legend.width(), legend.height())
                + "<title>" + escape(legend.title()) + "</title>"
                + "<defs>" + patterns + "</defs>"
                + rectangle(0, 0, legend.width(), legend.height(), fill(palette.get("paper"), 1))
                + swatches + texts + "</svg>\n";
    }

    private String text(Line line) {
        return "\n<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" font-weight=\"%d\" fill=\"%s\">%s</text>"
                .formatted(
                        number(line.left()),
                        number(line.baseline()),
                        FONTS,
                        number(line.lettering().size()),
                        line.lettering().typeface().weight(),
                        palette.get(line.lettering().colour()).in(scheme),
                        escape(line.text()));
    }

    private String swatch(Swatch swatch) {
        Symbol symbol = swatch.symbol();
        double middle = swatch.middle();
        if (symbol instanceof Marker marker) {
            return SvgShape.of(marker, scheme, swatch.left() + LegendLayout.SWATCH_WIDTH / 2.0, middle);
        } else if (symbol instanceof Area area) {
            return area(area, swatch.left(), middle);
        } else if (symbol instanceof Stroke stroke) {
            String path = "<path d=\"M%s %sh%d\" fill=\"none\"%%s/>"
                    .formatted(number(swatch.left()), number(middle), LegendLayout.SWATCH_WIDTH);
            return stroke.underneath()
                            .map(casing -> path.formatted(stroke(casing)))
                            .orElse("")
                    + path.formatted(stroke(stroke));
        }
        return "";
    }

    private String area(Area area, double left, double middle) {
        double top = middle - LegendLayout.SWATCH_HEIGHT / 2.0 + 1;
        int width = LegendLayout.SWATCH_WIDTH;
        int height = LegendLayout.SWATCH_HEIGHT - 2;
        StringBuilder drawing =
                new StringBuilder(rectangle(left, top, width, height, fill(area.fill(), area.opacity())));
        area.hatch().ifPresent(hatch -> {
            hatches.add(hatch);
            String paint = " fill=\"url(#%s)\" opacity=\"%s\"".formatted(hatch.id(), number(hatch.opacity()));
            drawing.append(rectangle(left, top, width, height, paint));
        });
        area.outline()
                .ifPresent(outline ->
                        drawing.append(rectangle(left, top, width, height, " fill=\"none\"" + stroke(outline))));
        return drawing.toString();
    }

    private String pattern(Hatch hatch) {
        Sign tile = Sign.of(hatch, scheme);
        return "<pattern id=\"%1$s\" width=\"%2$d\" height=\"%2$d\" patternUnits=\"userSpaceOnUse\">%3$s</pattern>"
                .formatted(tile.id(), tile.size(), tile.drawing());
    }

    private static String rectangle(double left, double top, double width, double height, String paint) {
        return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
                .formatted(number(left), number(top), number(width), number(height), paint);
    }

    private String fill(Colour colour, double opacity) {
        return " fill=\"%s\" fill-opacity=\"%s\"".formatted(colour.in(scheme), number(opacity));
    }

    private String stroke(Stroke stroke) {
        String dashes = stroke.dashes().stream()
                .map(length -> String.format(Locale.ROOT, "%.2f", length * stroke.width()))
                .collect(Collectors.joining(" "));
        return " stroke=\"%s\" stroke-width=\"%s\"".formatted(stroke.colour().in(scheme), number(stroke.width()))
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }
}
