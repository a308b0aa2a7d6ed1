package org.truceline.features;

import org.truceline.cql2.Expression;
import org.truceline.layers.Layer;

/** A filter that was found to fit a layer. */
public final class LayerFilter {
    private final Sql condition;

    private LayerFilter(Sql condition) {
        this.condition = condition;
    }

    /**
     * The filter, if it can be asked of this layer.
     *
     * @param crs in which the filter's geometries are written
     * @throws FilterFault if it names what the layer doesn't have, or if types don't fit
     */
    public static LayerFilter of(Layer layer, Expression expression, LiteralCrs crs) {
        return new LayerFilter(new FilterSql(layer, crs).condition(expression));
    }

    Sql condition() {
        return condition;
    }
}
