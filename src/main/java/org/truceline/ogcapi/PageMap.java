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
 * @param features where the features come from, as GeoJSON in longitude and latitude
 * @param schema where the titles of their properties stand
 * @param items what the address of a feature's page begins with
 * @param land the collection that shows land, for orientation; empty where the server has none
 * @param lines the same for lines by source
 * @param attributions whom to name, those of land and lines included
 */
record PageMap(
        String label,
        String features,
        String schema,
        String items,
        String land,
        String lines,
        List<String> attributions) {
    /** The layers that stand behind any other: views of our own, which an operator may have taken away. */
    private static final String LAND = "territories";

    private static final String LINES = "boundary-lines";

    /** A map of what was computed: of one or more features that belong to no layer. */
    static PageMap ofResult(String label, String features, LayerCatalogue catalogue) {
        Optional<Layer> land = catalogue.findLayer(LAND);
        Optional<Layer> lines = catalogue.findLayer(LINES);
        return new PageMap(
                label,
                features,
                "",
                "",
                land.map(Layer::id).orElse(""),
                lines.map(Layer::id).orElse(""),
                attributions(Stream.of(land, lines).flatMap(Optional::stream)));
    }

    static PageMap of(Layer layer, String features, LayerCatalogue catalogue, Resources paths) {
        Optional<Layer> land = catalogue.findLayer(LAND);
        Optional<Layer> lines = catalogue.findLayer(LINES);
        return new PageMap(
                layer.title(),
                features,
                paths.schema(layer.id(), SchemasController.SCHEMA),
                paths.items(layer.id()),
                land.map(Layer::id).orElse(""),
                lines.map(Layer::id).orElse(""),
                attributions(Stream.of(Optional.of(layer), land, lines).flatMap(Optional::stream)));
    }

    private static List<String> attributions(Stream<Layer> layers) {
        return layers.map(Layer::text)
                .map(LayerText::attributions)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
