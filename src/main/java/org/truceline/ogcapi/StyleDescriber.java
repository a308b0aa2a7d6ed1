package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.StyleDocument.DataLayer;
import org.truceline.ogcapi.StyleDocument.Entry;
import org.truceline.ogcapi.StyleDocument.Listing;
import org.truceline.ogcapi.StyleDocument.Metadata;
import org.truceline.ogcapi.StyleDocument.Stylesheet;
import org.truceline.styles.LayerStyle;
import org.truceline.styles.Legend;
import org.truceline.styles.StyleLibrary;

/** Tells of styles: which there are, in which encodings, and what they draw. */
@Component
class StyleDescriber {
    private static final String TERMS = "Apache License 2.0";

    private final LayerCatalogue catalogue;
    private final StyleLibrary library;
    private final StyleValues values;

    StyleDescriber(LayerCatalogue catalogue, StyleLibrary library, StyleValues values) {
        this.catalogue = catalogue;
        this.library = library;
        this.values = values;
    }

    NamedStyle find(String id) {
        return NamedStyle.find(id, library, catalogue);
    }

    /** How a layer is drawn now. */
    LayerStyle style(Layer layer) {
        return library.style(layer, values);
    }

    Legend legend(NamedStyle style) {
        return Legend.of(
                style.text().title(), style.layers().stream().map(this::style).toList());
    }

    Listing list(Resources resources) {
        Stream<NamedStyle> ofLayers = catalogue.listLayers().stream().map(layer -> NamedStyle.of(layer, library));
        NamedStyle overview = NamedStyle.ofAll(library, catalogue);
        return listing(
                Stream.concat(Stream.of(overview), ofLayers), NamedStyle.OVERVIEW, resources.styles(), resources);
    }

    Listing list(Layer layer, Resources resources) {
        Stream<NamedStyle> style = Stream.of(NamedStyle.of(layer, library));
        return listing(style, layer.id(), resources.styles(layer.id()), resources);
    }

    private Listing listing(Stream<NamedStyle> styles, String defaultId, String url, Resources resources) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        styles.flatMap(style -> Stream.of(style, style.forDarkGrounds()))
                // A layer that is called as a style is already would make two of one name.
                .forEach(style -> entries.putIfAbsent(
                        style.id(), new Entry(style.id(), style.text().title(), links(style, resources))));
        return new Listing(
                Optional.of(defaultId),
                List.copyOf(entries.values()),
                List.of(new Link(url, "self", MediaTypes.JSON, "This document"), Link.html(FormatParameter.html(url))));
    }

    private static List<Link> links(NamedStyle style, Resources resources) {
        List<Link> links = new ArrayList<>();
        style.formats().forEach(format -> links.add(stylesheet(style, format, resources)));
        links.addAll(LegendController.links(style, resources));
        links.add(new Link(metadataUrl(style, resources), "describedby", MediaTypes.JSON, "About this style"));
        return links;
    }

    private static Link stylesheet(NamedStyle style, StyleFormat format, Resources resources) {
        String url = resources.style(style.id()) + "?f=" + format.parameter();
        return new Link(url, "stylesheet", format.mediaType(), style.text().title() + " (" + format.title() + ")");
    }

    private static String metadataUrl(NamedStyle style, Resources resources) {
        return resources.style(style.id()) + "/metadata";
    }

    Metadata describe(NamedStyle style, Resources resources) {
        String url = metadataUrl(style, resources);
        return new Metadata(
                style.id(),
                style.text().title(),
                style.text().description(),
                List.of("ceasefire", style.schemeInWords()),
                TERMS,
                "style",
                style.formats().stream()
                        .map(format -> new Stylesheet(
                                format.title(),
                                format.version(),
                                format.specification(),
                                false,
                                stylesheet(style, format, resources)))
                        .toList(),
                style.layers().stream()
                        .map(layer -> dataLayer(layer, resources))
                        .toList(),
                Stream.concat(
                                Stream.of(
                                        new Link(url, "self", MediaTypes.JSON, "This document"),
                                        Link.html(FormatParameter.html(url))),
                                LegendController.links(style, resources).stream())
                        .toList());
    }

    private DataLayer dataLayer(Layer layer, Resources resources) {
        LayerStyle style = style(layer);
        Map<String, Object> schema = new LinkedHashMap<>();
        new LayerSchema(layer, resources.schema(layer.id(), SchemasController.SCHEMA))
                .properties(style.properties())
                .forEach(schema::put);
        return new DataLayer(
                layer.id(),
                layer.title(),
                "vector",
                geometryType(style),
                schema,
                new Link(resources.items(layer.id()), "start", MediaTypes.GEO_JSON, layer.title() + ": features"));
    }

    private static String geometryType(LayerStyle style) {
        return switch (style.kind()) {
            case POINT -> "points";
            case LINE -> "lines";
            case AREA -> "polygons";
            case MIXED -> "any";
        };
    }
}
