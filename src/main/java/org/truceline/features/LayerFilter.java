package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import org.truceline.cql2.Expression;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** A filter that was found to fit a layer. */
public final class LayerFilter {
    /** PostgreSQL takes 65,535 with a statement, which has a few others. */
    private static final int MOST_PARAMETERS = 60_000;

    private final Sql condition;

    private LayerFilter(Sql condition) {
        this.condition = condition;
    }

    /**
     * The filter, if it can be asked of this layer.
     *
     * @param crs in which the filter's geometries are written
     * @throws FilterFault if it names what the layer doesn't have, if types don't fit, or if it has too many values
     */
    public static LayerFilter of(Layer layer, Expression expression, LiteralCrs crs) {
        Sql condition = new FilterSql(layer, crs).condition(expression);
        if (condition.parameters().size() > MOST_PARAMETERS) {
            throw FilterFault.at(
                    expression.position(),
                    "The filter has " + condition.parameters().size() + " values",
                    "at most " + MOST_PARAMETERS);
        }
        return new LayerFilter(condition);
    }

    /** The property has one of these values, already of its type; true of nothing where there are none. */
    static LayerFilter oneOf(Property property, List<PropertyValue> values) {
        List<Sql> conditions = new ArrayList<>(List.of(Sql.of("false")));
        values.forEach(value -> conditions.add(FeatureSql.compared(property, "=", value)));
        return new LayerFilter(Sql.join("", List.of(Sql.of("("), Sql.join(" OR ", conditions), Sql.of(")"))));
    }

    Sql condition() {
        return condition;
    }
}
