package org.truceline.features;

import java.util.List;
import org.truceline.cql2.Expression;
import org.truceline.cql2.Expression.And;
import org.truceline.cql2.Expression.Arithmetic;
import org.truceline.cql2.Expression.Array;
import org.truceline.cql2.Expression.ArrayPredicate;
import org.truceline.cql2.Expression.Between;
import org.truceline.cql2.Expression.Comparison;
import org.truceline.cql2.Expression.Folded;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.cql2.Expression.In;
import org.truceline.cql2.Expression.Interval;
import org.truceline.cql2.Expression.IsNull;
import org.truceline.cql2.Expression.Like;
import org.truceline.cql2.Expression.Literal;
import org.truceline.cql2.Expression.Not;
import org.truceline.cql2.Expression.Or;
import org.truceline.cql2.Expression.Predicate;
import org.truceline.cql2.Expression.PropertyName;
import org.truceline.cql2.Expression.SpatialPredicate;
import org.truceline.cql2.Expression.TemporalPredicate;
import org.truceline.layers.Layer;

/**
 * Turns an expression into SQL on a layer's relation, and finds out its type on the way. Values become parameters, names
 * come from the layer. Whatever is not known (NULL) makes what is said of it unknown, as SQL has it; so does NOT.
 *
 * <p>An operand that may hold a predicate is never written twice, or nested filters would grow without bound.
 */
final class FilterSql {
    private final LiteralCrs crs;
    private final ColumnSql columns;
    private final LiteralSql literals;
    private final TemporalSql times;

    FilterSql(Layer layer, LiteralCrs crs) {
        this.crs = crs;
        this.columns = new ColumnSql(layer);
        this.literals = new LiteralSql(crs);
        this.times = new TemporalSql(this, layer);
    }

    /** A condition for WHERE. */
    Sql condition(Expression expression) {
        return operand(expression, ValueType.BOOLEAN).sql();
    }

    /**
     * Any expression: a condition, a key to sort by.
     *
     * @throws FilterFault if it can't be asked of this layer
     */
    Operand operand(Expression expression) {
        if (expression instanceof Predicate predicate) {
            return new Operand(ValueType.BOOLEAN, "bool", Sql.fill("({0})", predicate(predicate)), predicate);
        } else if (expression instanceof PropertyName property) {
            return columns.column(property);
        } else if (expression instanceof Literal literal) {
            return literals.literal(literal);
        } else if (expression instanceof FunctionCall call) {
            return FilterFunctions.compile(call, this, crs);
        } else if (expression instanceof Arithmetic arithmetic) {
            return ScalarSql.arithmetic(
                    arithmetic,
                    operand(arithmetic.left(), ValueType.NUMBER),
                    operand(arithmetic.right(), ValueType.NUMBER));
        } else if (expression instanceof Folded folded) {
            return ScalarSql.folded(folded, operand(folded.text(), ValueType.TEXT));
        } else if (expression instanceof Array array) {
            throw FilterFault.at(array.position(), "An array stands where none can be used", "a single value");
        } else if (expression instanceof Interval interval) {
            throw FilterFault.at(interval.position(), "An interval stands where none can be used", "a single value");
        }
        throw new IllegalStateException("no SQL for a " + expression.getClass());
    }

    /** An expression that has to be of this type. */
    Operand operand(Expression expression, ValueType needed) {
        Operand operand = operand(expression);
        if (operand.type() != needed) {
            throw FilterFault.at(operand.position(), capitalized(operand.words()), needed.words());
        }
        return operand;
    }

    private Sql predicate(Predicate predicate) {
        if (predicate instanceof And and) {
            return Sql.join(" AND ", conditions(and.operands()));
        } else if (predicate instanceof Or or) {
            return Sql.join(" OR ", conditions(or.operands()));
        } else if (predicate instanceof Not not) {
            return Sql.fill("NOT {0}", condition(not.operand()));
        } else if (predicate instanceof IsNull isNull) {
            return Sql.fill("{0} IS NULL", operand(isNull.operand()).sql());
        } else if (predicate instanceof Comparison comparison) {
            return ComparisonSql.compared(
                    comparison.operator().symbol(), operand(comparison.left()), operand(comparison.right()));
        } else if (predicate instanceof Between between) {
            return ComparisonSql.between(operand(between.value()), operand(between.low()), operand(between.high()));
        } else if (predicate instanceof In in) {
            return ComparisonSql.in(
                    operand(in.value()), in.list().stream().map(this::operand).toList());
        } else if (predicate instanceof Like like) {
            return ScalarSql.like(operand(like.value(), ValueType.TEXT), operand(like.pattern(), ValueType.TEXT));
        } else if (predicate instanceof SpatialPredicate spatial) {
            return SpatialSql.predicate(
                    spatial.operator(),
                    operand(spatial.left(), ValueType.GEOMETRY),
                    operand(spatial.right(), ValueType.GEOMETRY),
                    crs);
        } else if (predicate instanceof TemporalPredicate temporal) {
            return times.predicate(temporal);
        } else if (predicate instanceof ArrayPredicate array) {
            return new ArraySql(this).predicate(array);
        }
        throw new IllegalStateException("no SQL for a " + predicate.getClass());
    }

    private List<Sql> conditions(List<Expression> expressions) {
        return expressions.stream().map(this::condition).toList();
    }

    static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
