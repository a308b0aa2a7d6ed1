package org.truceline.styles;

import java.util.List;
import java.util.Optional;
import org.truceline.styles.Symbol.Area;
import org.truceline.styles.Symbol.Hatch;
import org.truceline.styles.Symbol.Marker;
import org.truceline.styles.Symbol.Stroke;

/** Reads a rule's symbol from a definition: {@code marker}, {@code line} or {@code area}. */
record SymbolReader(Palette palette) {
    Symbol read(Fields rule) {
        Optional<Symbol> symbol = rule.findPart("marker")
                .map(this::marker)
                .or(() -> rule.findPart("line").map(this::line))
                .or(() -> rule.findPart("area").map(this::area));
        return symbol.orElseThrow(() -> rule.missing("marker, line or area"));
    }

    private Symbol marker(Fields fields) {
        String shape = fields.text("shape");
        Marker marker = new Marker(
                Shape.find(shape)
                        .orElseThrow(() -> new IllegalArgumentException("There is no shape \"" + shape + "\"")),
                fields.number("size"),
                palette.get(fields.text("fill")),
                palette.get(fields.text("outline")),
                fields.number("outline-width"));
        fields.requireAllRead();
        return marker;
    }

    private Symbol line(Fields fields) {
        Stroke line = new Stroke(
                palette.get(fields.text("colour")),
                fields.number("width"),
                dashes(fields),
                fields.findText("casing").map(palette::get));
        fields.requireAllRead();
        return line;
    }

    private Symbol area(Fields fields) {
        Colour fill = palette.get(fields.text("fill"));
        Optional<Hatch> hatch =
                fields.has("hatch") ? Optional.of(new Hatch(fill, (int) fields.number("hatch"))) : Optional.empty();
        Optional<Stroke> outline = fields.findText("outline")
                .map(colour -> new Stroke(palette.get(colour), fields.number("outline-width"), dashes(fields)));
        Area area = new Area(fill, fields.number("opacity"), hatch, outline);
        fields.requireAllRead();
        return area;
    }

    private static List<Double> dashes(Fields fields) {
        return fields.numbers("dashes");
    }
}
