package org.truceline.styles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.truceline.cql2.Cql2Text;
import org.truceline.styles.LayerLabel.Manner;
import org.truceline.styles.LayerStyle.StyleText;
import org.truceline.styles.StyleTemplate.Each;
import org.truceline.styles.StyleTemplate.Group;
import org.truceline.styles.StyleTemplate.Part;
import org.truceline.styles.StyleTemplate.Single;

/** Reads a layer's definition. */
record TemplateReader(Palette palette, Map<String, ValueList> valueLists) {
    /** So many values look different before looks begin anew: five colours with four dashes or hatches make twenty. */
    static final int LOOKS = 20;

    StyleTemplate read(Fields layer) {
        String kind = layer.text("kind");
        StyleText text = new StyleText(layer.text("title"), layer.text("description"));
        return read(layer, text, GeometryKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    StyleTemplate read(Fields layer, StyleText text, GeometryKind kind) {
        StyleTemplate template = new StyleTemplate(
                text,
                kind,
                layer.parts("groups").stream().map(this::group).toList(),
                layer.parts("labels").stream().map(this::label).toList());
        layer.requireAllRead();
        return template;
    }

    private Group group(Fields fields) {
        Group group = new Group(
                fields.text("title"),
                fields.parts("rules").stream().map(this::part).toList());
        fields.requireAllRead();
        return group;
    }

    private Part part(Fields fields) {
        Optional<String> each = fields.findText("each");
        Part part = each.isPresent() ? each(each.get(), fields) : new Single(rule(fields));
        fields.requireAllRead();
        return part;
    }

    private Rule rule(Fields fields) {
        return new Rule(
                fields.text("title"),
                condition(fields),
                new SymbolReader(palette).read(fields),
                fields.number("from-zoom", 0));
    }

    private Each each(String property, Fields fields) {
        String name = fields.text("values");
        ValueList values = Optional.ofNullable(valueLists.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There are no values called \"" + name + "\""));
        double fromZoom = fields.number("from-zoom", 0);
        SymbolReader reader = new SymbolReader(palette);
        List<Symbol> looks = IntStream.range(0, LOOKS)
                .mapToObj(place -> reader.read(fields.at(place)))
                .distinct()
                .toList();
        reader.read(fields);
        return new Each(property, values, looks, fromZoom);
    }

    private static Condition condition(Fields fields) {
        Optional<Condition> when = fields.findText("when").map(text -> new Condition.When(Cql2Text.parse(text)));
        return fields.truth("otherwise") ? Condition.OTHERWISE : when.orElse(Condition.ALWAYS);
    }

    private LayerLabel label(Fields fields) {
        LayerLabel label = new LayerLabel(
                fields.text("text"),
                condition(fields),
                palette.get(fields.text("colour")),
                fields.number("size"),
                new Manner(fields.truth("strong"), fields.truth("along")),
                fields.number("from-zoom"));
        fields.requireAllRead();
        return label;
    }
}
