package org.truceline.ogcapi;

import java.util.List;
import java.util.Optional;
import org.truceline.features.Gathering;
import org.truceline.features.TileFrame;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/** The parameters by which the points of a tile are counted: {@code cell} and {@code by}. */
final class GatheringParameters {
    /** How wide a square is, in pixels of a tile that is shown in {@value #PIXELS} of them. */
    static final String CELL = "cell";

    static final String BY = CountParameters.BY;

    private static final int PIXELS = 512;
    private static final int UNITS_OF_PIXEL = TileFrame.EXTENT / PIXELS;

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
        Optional<Gathering> gathering = parameters.find(CELL, cell -> parse(layer, cell, by));
        if (gathering.isEmpty() && parameters.values().containsKey(BY)) {
            throw new InvalidParameter(
                    BY, "The parameter \"by\" says what points are counted by; expected is \"cell\" with it.");
        }
        return gathering;
    }

    /** The parameters that say which features are asked for. */
    static QueryParameters without(QueryParameters parameters) {
        return parameters.without(CELL).without(BY);
    }

    private static Gathering parse(Layer layer, String cell, List<Property> by) {
        if (!layer.geometry().plainType().equals("Point")) {
            throw new IllegalArgumentException("only points are counted in cells, and the features of " + layer.id()
                    + " are no points each; expected is a tile without \"cell\"");
        }
        if (!cell.matches("16|32|64|128|256")) {
            throw new IllegalArgumentException("expected is 16, 32, 64, 128 or 256");
        }
        return new Gathering(Integer.parseInt(cell) * UNITS_OF_PIXEL, by);
    }
}
