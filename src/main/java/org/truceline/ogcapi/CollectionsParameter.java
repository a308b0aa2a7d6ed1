package org.truceline.ogcapi;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.truceline.features.NearestName;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;

/** The parameter {@code collections} (OGC API – Tiles Part 1, §11): ids of collections, between commas. */
final class CollectionsParameter {
    static final String NAME = "collections";

    private static final Pattern COMMA = Pattern.compile(",");

    private CollectionsParameter() {}

    /**
     * The collections that the request names, in this order; all of them where it names none.
     *
     * @throws RequestFailure.InvalidParameter if there is none of such a name
     */
    static List<Layer> find(QueryParameters parameters, LayerCatalogue catalogue) {
        return parameters.find(NAME, text -> parse(text, catalogue)).orElseGet(catalogue::listLayers);
    }

    private static List<Layer> parse(String text, LayerCatalogue catalogue) {
        return Arrays.stream(COMMA.split(text, -1))
                .distinct()
                .map(id -> catalogue.findLayer(id).orElseThrow(() -> unknown(id, catalogue)))
                .toList();
    }

    private static IllegalArgumentException unknown(String id, LayerCatalogue catalogue) {
        List<String> ids = catalogue.listLayers().stream().map(Layer::id).toList();
        return new IllegalArgumentException(
                "there is no collection \"" + id + "\"; expected is " + NearestName.inWords(id, ids));
    }
}
