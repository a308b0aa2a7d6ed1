package org.truceline.features;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truceline.cql2.Expression;
import org.truceline.cql2.Expression.Folded;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.cql2.Expression.PropertyName;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/** A value to sort features by. Those whose value is not known come last, whichever the direction. */
public final class SortKey {
    private static final Set<ValueType> ORDERED = Set.of(
            ValueType.BOOLEAN, ValueType.TEXT, ValueType.NUMBER, ValueType.DATE, ValueType.INSTANT, ValueType.UUID);

    private final Sql value;
    private final String sqlType;
    private final boolean isDescending;
    private final Optional<Proximity> proximity;

    private SortKey(Sql value, String sqlType, boolean isDescending, Optional<Proximity> proximity) {
        this.value = value;
        this.sqlType = sqlType;
        this.isDescending = isDescending;
        this.proximity = proximity;
    }

    public static SortKey of(Property property, boolean isDescending) {
        // A bare name in ORDER BY would mean a column of the answer, and there numbers are text: 10 before 9.
        Sql column = Sql.of(FeatureSql.FEATURE + FeatureSql.comparable(property));
        String sqlType = property.type() == PropertyType.STRING ? "text" : property.sqlType();
        return new SortKey(column, sqlType, isDescending, Optional.empty());
    }

    /**
     * A property by its name, or what a function makes of the feature.
     *
     * @param crs in which the expression's geometries are written
     * @throws FilterFault if it can't be asked of this layer, is something else, or has values without an order
     */
    public static SortKey of(Layer layer, Expression expression, LiteralCrs crs, boolean isDescending) {
        if (expression instanceof PropertyName name) {
            Optional<Property> property = layer.findProperty(name.name());
            if (property.isPresent() && property.get().type().isComparable()) {
                return of(property.get(), isDescending);
            }
        } else if (!(expression instanceof FunctionCall) && !(expression instanceof Folded)) {
            throw FilterFault.at(
                    expression.position(),
                    "This can't be sorted by",
                    "the name of a property, or a function such as distance(geom, POINT(70.6 40.1))");
        }
        FilterSql filter = new FilterSql(layer, crs);
        Operand operand = filter.operand(expression);
        if (!ORDERED.contains(operand.type())) {
            throw FilterFault.at(
                    expression.position(), "This can't be sorted by: " + operand.words(), "a number, a text or a time");
        }
        Optional<Proximity> proximity =
                expression instanceof FunctionCall call ? Proximity.find(call, filter, crs) : Optional.empty();
        return new SortKey(operand.sql(), operand.sqlType(), isDescending, proximity);
    }

    /** The order of the layer's own; empty where that is the order of the ids. */
    public static List<SortKey> listDefault(Layer layer) {
        return layer.order().stream()
                .map(key -> of(key.property(), key.isDescending()))
                .toList();
    }

    Sql value() {
        return value;
    }

    /** PostgreSQL's name of the value's type. */
    String sqlType() {
        return sqlType;
    }

    boolean isDescending() {
        return isDescending;
    }

    /** What the value is, where it is a distance from a place. */
    Optional<Proximity> proximity() {
        return proximity;
    }
}
