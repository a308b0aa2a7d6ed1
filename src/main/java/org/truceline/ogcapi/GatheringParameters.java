package org.truceline.ogcapi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.truceline.features.Gathering;
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
                .find(BY, names -> CountParameters.parseProperties(layer, names))
                .orElse(List.of());
        Optional<Gathering> gathering = parameters.find(CELLS, cells -> parse(layer, cells, by));
        if (gathering.isEmpty() && parameters.values().containsKey(BY)) {
            throw new InvalidParameter(
                    BY, "The parameter \"by\" says what points are counted by; expected is \"cells\" with it.");
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
}
