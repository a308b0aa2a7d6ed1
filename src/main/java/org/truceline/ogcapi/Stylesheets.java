package org.truceline.ogcapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.qgis.ProjectLayer;
import org.truceline.styles.LayerStyle;
import org.truceline.styles.Legend;
import org.truceline.styles.LegendPng;
import org.truceline.styles.LegendSvg;
import org.truceline.styles.MapLibreStyle;
import org.truceline.styles.MapLibreStyle.Address;
import org.truceline.styles.MapLibreStyle.Source;
import org.truceline.styles.QmlDocument;
import org.truceline.styles.Scheme;
import org.truceline.styles.SldDocument;
import org.truceline.styles.StyleLibrary;
import tools.jackson.databind.json.JsonMapper;

/** Writes styles. */
@Component
class Stylesheets {
    private final StyleLibrary library;
    private final StyleDescriber describer;
    private final JsonMapper json;

    Stylesheets(StyleLibrary library, StyleDescriber describer, JsonMapper json) {
        this.library = library;
        this.describer = describer;
        this.json = json;
    }

    byte[] write(NamedStyle style, StyleFormat format, Resources resources) {
        return switch (format) {
            case MAPBOX -> mapbox(style, resources);
            case SLD -> sld(style);
            case QML -> qml(style);
        };
    }

    byte[] legend(NamedStyle style, LegendFormat format) {
        Legend legend = describer.legend(style);
        return switch (format) {
            case SVG -> LegendSvg.of(legend, style.scheme(), library.palette()).getBytes(StandardCharsets.UTF_8);
            case PNG -> LegendPng.of(legend, style.scheme(), library.palette());
        };
    }

    private byte[] sld(NamedStyle style) {
        List<LayerStyle> layers = style.layers().stream().map(describer::style).toList();
        return SldDocument.of(layers, style.scheme(), library.palette()).getBytes(StandardCharsets.UTF_8);
    }

    /** Layers as a project for QGIS has them; those that are drawn on the map of all are on its map when it opens. */
    List<ProjectLayer> forQgis(List<Layer> layers) {
        List<Layer> shown = describer.find(NamedStyle.OVERVIEW).layers();
        return layers.stream()
                .map(layer -> new ProjectLayer(
                        layer,
                        QmlDocument.inProject(describer.style(layer), Scheme.LIGHT, library.palette()),
                        shown.contains(layer)))
                .toList();
    }

    private byte[] qml(NamedStyle style) {
        LayerStyle layer = describer.style(style.layers().get(0));
        return QmlDocument.of(layer, style.scheme(), library.palette()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mapbox(NamedStyle style, Resources resources) {
        Address address = new Address(
                resources.resources(),
                resources.glyphs("{fontstack}", "{range}"),
                style.layers().stream()
                        .map(layer -> new Source(
                                describer.style(layer),
                                TiledResource.of(layer, resources).tileJson()))
                        .toList());
        return json.writeValueAsBytes(
                MapLibreStyle.of(style.text().title(), address, style.scheme(), library.palette()));
    }
}
