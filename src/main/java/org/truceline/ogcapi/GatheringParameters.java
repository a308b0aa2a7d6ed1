package org.truceline.ogcapi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.truceline.features.Gathering;
import org.truceline.formats.VectorTile;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/** The parameters by which the points of a tile are counted: {@code cells} and {@code by}. */
final class GatheringParameters {
    /** How many squares a tile is cut into, along each edge. */
    static final String CELLS = "cells";

    static final String BY = CountParameters.BY;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private GatheringParameters() {}

    /**
     * How the points are to be counted.
     *
     * @throws InvalidParameter if a parameter can't be understood, or the layer is not one of points
     */
    static Optional<Gathering> find(Layer layer, QueryParameters parameters) {
        List<Property> by = parameters
                .find(BY, names -> requireDistinct(layer, CountParameters.parseProperties(layer, names)))
                .orElse(List.of());
        Optional<Gathering> gathering = parameters.find(CELLS, cells -> parse(layer, cells, by));
        if (gathering.isEmpty() && parameters.values().containsKey(BY)) {
            throw new InvalidParameter(
                    BY, "The parameter \"by\" says what points are counted by; expected is \"cells\" with it.");
        } else if (gathering.isPresent() && parameters.values().containsKey(ItemsParameters.PROPERTIES)) {
            throw new InvalidParameter(
                    ItemsParameters.PROPERTIES,
                    "Points that are counted in cells show none of their properties; expected is \"properties\" without"
                            + " \"cells\", or \"by\" with it.");
        }
        return gathering;
    }

    /** The parameters that say which features are asked for. */
    static QueryParameters without(QueryParameters parameters) {
        return parameters.without(CELLS).without(BY);
    }

    private static Gathering parse(Layer layer, String cells, List<Property> by) {
        if (!layer.geometry().plainType().equals("Point")) {
            throw new IllegalArgumentException("only points are counted in cells, and the features of " + layer.id()
                    + " are no points each; expected is a tile without \"cells\"");
        }
        if (!NUMBER.matcher(cells).matches()) {
            throw new IllegalArgumentException("expected is a number from 1 to " + Gathering.MOST_PER_SIDE);
        }
        return new Gathering(Integer.parseInt(cells), by);
    }

    /**
     * What the counts by a property are called in a tile begins with its name: nothing else may be called so.
     *
     * @throws IllegalArgumentException if something is
     */
    private static List<Property> requireDistinct(Layer layer, List<Property> by) {
        List<String> others = Stream.concat(
                        Stream.of(layer.idColumn()), Stream.concat(layer.sums().stream(), by.stream()))
                .map(Property::name)
                .toList();
        for (Property property : by) {
            String name = property.name();
            String ofUnknown = VectorTile.unknown(name);
            others.stream()
                    .filter(other -> other.equals(ofUnknown) || other.startsWith(VectorTile.counted(name, "")))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("of \"" + name + "\" and \"" + other
                                + "\" a tile can tell one only; expected is to count by others");
                    });
        }
        return by;
    }
}
