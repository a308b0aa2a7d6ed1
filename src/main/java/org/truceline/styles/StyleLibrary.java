package org.truceline.styles;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.truceline.layers.Layer;
import org.truceline.styles.LayerStyle.StyleText;
import org.truceline.styles.ValueList.Column;

/** How each layer is drawn: as its definition says, or by the kind of its geometry where it has none. */
@Component
public class StyleLibrary {
    private final Palette palette;
    private final Overview overview;
    private final Map<String, StyleTemplate> templates = new HashMap<>();
    private final Map<GeometryKind, StyleTemplate> defaults = new HashMap<>();

    /** @throws IllegalArgumentException if a definition can't be read */
    StyleLibrary() throws IOException {
        palette = Palette.of(DefinitionFiles.readParts("palette"));
        overview = Overview.of(DefinitionFiles.read("overview"));
        TemplateReader reader = new TemplateReader(palette, valueLists());
        DefinitionFiles.readLayers().forEach((layerId, fields) -> templates.put(layerId, reader.read(fields)));
        DefinitionFiles.readParts("defaults").forEach((name, fields) -> {
            GeometryKind kind = GeometryKind.valueOf(name.toUpperCase(Locale.ROOT));
            defaults.put(kind, reader.read(fields, new StyleText("", ""), kind));
        });
    }

    private static Map<String, ValueList> valueLists() throws IOException {
        Map<String, ValueList> lists = new HashMap<>();
        DefinitionFiles.readParts("values").forEach((name, fields) -> {
            lists.put(name, new ValueList(columns(fields, "columns"), columns(fields, "titles")));
            fields.requireAllRead();
        });
        return lists;
    }

    private static List<Column> columns(Fields fields, String name) {
        return fields.texts(name).stream().map(Column::parse).toList();
    }

    public Palette palette() {
        return palette;
    }

    public Overview overview() {
        return overview;
    }

    /** What the layer's style is called. */
    public StyleText describe(Layer layer) {
        StyleTemplate template = templates.get(layer.id());
        return template == null
                ? new StyleText(layer.title(), "By the kind of its geometry: this layer has no definition of its own.")
                : template.text();
    }

    public LayerStyle style(Layer layer, KnownValues known) {
        StyleTemplate template = templates.get(layer.id());
        if (template != null) {
            return template.toStyle(layer.id(), known);
        }
        GeometryKind kind = GeometryKind.of(layer.geometry());
        LayerStyle byKind = Objects.requireNonNull(defaults.get(kind)).toStyle(layer.id(), known);
        return new LayerStyle(layer.id(), describe(layer), kind, byKind.groups(), byKind.labels());
    }

    /** The styles of layers that have a definition, whether such layers are served or not. */
    List<LayerStyle> listDefined(KnownValues known) {
        return templates.keySet().stream()
                .sorted()
                .map(layerId -> getDefined(layerId, known))
                .toList();
    }

    /** The style of a layer that has a definition. */
    LayerStyle getDefined(String layerId, KnownValues known) {
        return Objects.requireNonNull(templates.get(layerId)).toStyle(layerId, known);
    }

    /** All symbols that any style may have, each once. */
    public List<Symbol> symbols() {
        return Stream.of(templates, defaults)
                .flatMap(map -> map.values().stream())
                .flatMap(StyleTemplate::symbols)
                .distinct()
                .toList();
    }
}
