package org.truceline.ogcapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.LayerText;
import org.truceline.ogcapi.BaseUrl.Resources;

/**
 * What the map of a page is told. All addresses begin with the server's path, not its name: a page opened under another
 * name of the server may load nothing from the one it is known by.
 *
 * @param label what is on it
 * @param land the collection that shows land, for orientation; empty where the server has none
 * @param lines the same for lines by source
 * @param attributions whom to name, those of land and lines included
 */
record PageMap(String label, Source source, String land, String lines, List<String> attributions) {
    /** The layers that stand behind any other: views of our own, which an operator may have taken away. */
    private static final String LAND = "territories";

    private static final String LINES = "boundary-lines";

    /**
     * Where what is on the map comes from.
     *
     * @param features GeoJSON in longitude and latitude; empty where it is tiles or a style
     * @param tiles TileJSON; empty where it is one of the others
     * @param style a style, which names what it draws; empty where it is one of the others
     * @param schema where the titles of the features' properties stand; may be empty
     * @param items what the address of a feature's page begins with; empty where it has none
     */
    record Source(String features, String tiles, String style, String schema, String items) {}

    /** A map of what was computed: of one or more features that belong to no layer. */
    static PageMap ofResult(String label, String features, LayerCatalogue catalogue) {
        return of(label, new Source(features, "", "", "", ""), Stream.empty(), catalogue);
    }

    static PageMap of(Layer layer, String features, LayerCatalogue catalogue, Resources paths) {
        String schema = paths.schema(layer.id(), SchemasController.SCHEMA);
        Source source = new Source(features, "", "", schema, paths.items(layer.id()));
        return of(layer.title(), source, Stream.of(layer), catalogue);
    }

    static PageMap ofTiles(TiledResource resource, LayerCatalogue catalogue) {
        Source source = new Source("", resource.onPaths().tileJson(), "", "", "");
        return of(resource.title(), source, resource.layers().stream(), catalogue);
    }

    /** A map that a style draws, and nothing beside it. */
    static PageMap ofStyle(NamedStyle style, LayerCatalogue catalogue, Resources resources) {
        String url = resources.paths().style(style.id()) + "?f=" + StyleFormat.MAPBOX.parameter();
        Source source = new Source("", "", url, "", "");
        return of(style.text().title(), source, style.layers().stream(), catalogue);
    }

    private static PageMap of(String label, Source source, Stream<Layer> layers, LayerCatalogue catalogue) {
        Optional<Layer> land = catalogue.findLayer(LAND);
        Optional<Layer> lines = catalogue.findLayer(LINES);
        Stream<Layer> ground = Stream.of(land, lines).flatMap(Optional::stream);
        return new PageMap(
                label,
                source,
                land.map(Layer::id).orElse(""),
                lines.map(Layer::id).orElse(""),
                attributions(Stream.concat(layers, ground)));
    }

    private static List<String> attributions(Stream<Layer> layers) {
        return layers.map(Layer::text)
                .map(LayerText::attributions)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
