package org.truceline.ogcapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureQuery.Output;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.features.FeatureQuery.Tie;
import org.truceline.features.Gathering;
import org.truceline.features.TileFrame;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.tiles.TileAddress;
import org.truceline.tiles.TileQuestion;

/**
 * The parameters of tiles (OGC API – Tiles Part 1, §9 and §11, and those of items that say which features are asked for),
 * read into questions.
 */
final class TileParameters {
    /** The only format that there is of tiles. */
    static final String FORMAT = "mvt";

    /** What a tile is asked by, beside the properties that can be compared. */
    static final List<String> OF_LAYER = List.of(
            ItemsParameters.DATETIME,
            ItemsParameters.AS_OF,
            FilterParameter.FILTER,
            FilterParameter.LANGUAGE,
            FilterParameter.CRS,
            ItemsParameters.PROPERTIES,
            GatheringParameters.CELLS,
            GatheringParameters.BY);

    /** What a tile of several layers is asked by. */
    static final Set<String> OF_ALL =
            Set.of(CollectionsParameter.NAME, ItemsParameters.DATETIME, ItemsParameters.AS_OF, FormatParameter.NAME);

    /** Farther away than this, documents and further geometries are more than a map can use. */
    private static final int FIRST_MATRIX_WITH_DOCUMENTS = 8;

    private TileParameters() {}

    /** The names that a request for a tile of this layer may use. */
    static Set<String> known(Layer layer) {
        Set<String> names = new LinkedHashSet<>(OF_LAYER);
        names.add(FormatParameter.NAME);
        ItemsParameters.listQueryables(layer).forEach(property -> names.add(property.name()));
        return names;
    }

    /**
     * Reads what a tile is to show of a layer.
     *
     * @throws RequestFailure.InvalidParameter if a parameter can't be understood
     */
    static TileQuestion parse(Layer layer, TileAddress tile, QueryParameters parameters, CrsParameters crsParameters) {
        parameters.find(FormatParameter.NAME, TileParameters::requireFormat);
        Optional<Gathering> gathering = GatheringParameters.find(layer, parameters);
        TileFrame frame = gathering.map(tile.frame()::gatheredIn).orElseGet(tile::frame);
        Selection asked = ItemsParameters.parseSelection(layer, GatheringParameters.without(parameters), crsParameters);
        Selection selection =
                new Selection(Optional.of(frame), asked.time(), asked.equalities(), asked.filter(), asked.asOf());
        List<Property> properties = parameters
                .find(ItemsParameters.PROPERTIES, new OutputParameters(layer)::parseProperties)
                .orElseGet(() -> listProperties(layer, tile.matrix()));
        FeatureQuery query =
                new FeatureQuery(layer, selection, Page.all(List.of(), Tie.ID), new Output(frame.srid(), properties));
        return new TileQuestion(tile, query, sorted(parameters).appendedTo(tile.toString()));
    }

    /** The properties that tiles of a matrix hold if the request doesn't name others. */
    static List<Property> listProperties(Layer layer, int matrix) {
        return layer.properties().stream()
                .filter(property -> matrix >= FIRST_MATRIX_WITH_DOCUMENTS || isShort(property))
                .toList();
    }

    /** The first matrix whose tiles hold the property if the request doesn't name others. */
    static int firstMatrix(Property property) {
        return isShort(property) ? 0 : FIRST_MATRIX_WITH_DOCUMENTS;
    }

    private static boolean isShort(Property property) {
        return switch (property.type()) {
            case JSON, GEOMETRY, OPAQUE -> false;
            default -> true;
        };
    }

    /** The same for the same question, in whichever order it is asked. */
    private static QueryParameters sorted(QueryParameters parameters) {
        return new QueryParameters(
                new TreeMap<>(parameters.without(FormatParameter.NAME).values()));
    }

    static String requireFormat(String format) {
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("expected is " + FORMAT);
        }
        return format;
    }
}
