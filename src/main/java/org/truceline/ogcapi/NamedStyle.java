package org.truceline.ogcapi;

import java.util.List;
import java.util.Locale;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.styles.LayerStyle.StyleText;
import org.truceline.styles.Overview;
import org.truceline.styles.Scheme;
import org.truceline.styles.StyleLibrary;

/**
 * A style as it is served: a layer's, by the layer's id, or that of all together; each also for dark grounds.
 *
 * @param layers what it draws, from the ground up
 */
record NamedStyle(String id, StyleText text, List<Layer> layers, Scheme scheme) {
    static final String OVERVIEW = "overview";

    private static final String DARK = ".dark";

    NamedStyle {
        layers = List.copyOf(layers);
    }

    /** @throws NotFound if there is none of this name */
    static NamedStyle find(String id, StyleLibrary library, LayerCatalogue catalogue) {
        boolean isDark = id.endsWith(DARK) && catalogue.findLayer(id).isEmpty();
        String name = isDark ? id.substring(0, id.length() - DARK.length()) : id;
        NamedStyle light = catalogue
                .findLayer(name)
                .map(layer -> of(layer, library))
                .orElseGet(() -> ofAll(name, id, library, catalogue));
        return isDark ? light.forDarkGrounds() : light;
    }

    private static NamedStyle ofAll(String name, String asked, StyleLibrary library, LayerCatalogue catalogue) {
        if (!name.equals(OVERVIEW)) {
            throw NotFound.style(asked);
        }
        return ofAll(library, catalogue);
    }

    static NamedStyle of(Layer layer, StyleLibrary library) {
        return new NamedStyle(layer.id(), library.describe(layer), List.of(layer), Scheme.LIGHT);
    }

    static NamedStyle ofAll(StyleLibrary library, LayerCatalogue catalogue) {
        Overview overview = library.overview();
        List<Layer> layers = overview.layerIds().stream()
                .flatMap(id -> catalogue.findLayer(id).stream())
                .toList();
        return new NamedStyle(OVERVIEW, overview.text(), layers, Scheme.LIGHT);
    }

    NamedStyle forDarkGrounds() {
        StyleText dark = new StyleText(text.title() + ", for dark grounds", text.description());
        return new NamedStyle(id + DARK, dark, layers, Scheme.DARK);
    }

    /** A document of QGIS's is one layer's. */
    List<StyleFormat> formats() {
        return layers.size() == 1
                ? List.of(StyleFormat.MAPBOX, StyleFormat.SLD, StyleFormat.QML)
                : List.of(StyleFormat.MAPBOX, StyleFormat.SLD);
    }

    String schemeInWords() {
        return scheme.name().toLowerCase(Locale.ROOT);
    }
}
