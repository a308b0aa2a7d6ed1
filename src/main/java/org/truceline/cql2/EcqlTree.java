package org.truceline.cql2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.truceline.cql2.Expression.And;
import org.truceline.cql2.Expression.Between;
import org.truceline.cql2.Expression.Comparison;
import org.truceline.cql2.Expression.Folded;
import org.truceline.cql2.Expression.IsNull;
import org.truceline.cql2.Expression.Like;
import org.truceline.cql2.Expression.Not;
import org.truceline.cql2.Expression.Or;
import org.truceline.cql2.Expression.Text;
import org.truceline.cql2.Expression.Truth;

/** Makes the tree of GeoTools' filters. */
final class EcqlTree {
    private final Nesting nesting = new Nesting();
    private final EcqlOperands operands = new EcqlOperands(nesting);

    Expression filter(Filter filter) {
        nesting.enter(1, Position.UNKNOWN);
        Expression expression = unnested(filter);
        nesting.leave(1);
        return expression;
    }

    private Expression unnested(Filter filter) {
        if (filter instanceof IncludeFilter || filter instanceof ExcludeFilter) {
            return new Truth(filter instanceof IncludeFilter, Position.UNKNOWN);
        } else if (filter instanceof BinaryLogicOperator chain) {
            List<Expression> parts = operands(chain);
            return chain instanceof org.geotools.api.filter.And
                    ? new And(parts, Position.UNKNOWN)
                    : new Or(parts, Position.UNKNOWN);
        } else if (filter instanceof org.geotools.api.filter.Not not) {
            return new Not(filter(not.getFilter()), Position.UNKNOWN);
        } else if (filter instanceof BinaryComparisonOperator comparison) {
            return new Comparison(
                    operator(comparison),
                    operands.operand(comparison.getExpression1()),
                    operands.operand(comparison.getExpression2()),
                    Position.UNKNOWN);
        } else if (filter instanceof PropertyIsBetween between) {
            return new Between(
                    operands.operand(between.getExpression()),
                    operands.operand(between.getLowerBoundary()),
                    operands.operand(between.getUpperBoundary()),
                    Position.UNKNOWN);
        } else if (filter instanceof PropertyIsNull isNull) {
            return new IsNull(operands.operand(isNull.getExpression()), Position.UNKNOWN);
        } else if (filter instanceof PropertyIsLike like) {
            return like(like);
        } else if (filter instanceof BinarySpatialOperator spatial) {
            return operands.spatial(spatial);
        } else if (filter instanceof BinaryTemporalOperator temporal) {
            return operands.temporal(temporal);
        }
        throw unsupported(filter);
    }

    /** Chains of AND come as a tree that is as deep as they are long. */
    private List<Expression> operands(BinaryLogicOperator chain) {
        List<Expression> parts = new ArrayList<>();
        Deque<Filter> waiting = new ArrayDeque<>(chain.getChildren());
        while (!waiting.isEmpty()) {
            Filter next = waiting.pop();
            if (next instanceof BinaryLogicOperator same && same.getClass().equals(chain.getClass())) {
                List<Filter> children = same.getChildren();
                for (int i = children.size() - 1; i >= 0; i--) {
                    waiting.push(children.get(i));
                }
            } else {
                parts.add(filter(next));
            }
        }
        return parts;
    }

    private Expression like(PropertyIsLike like) {
        Expression value = operands.operand(like.getExpression());
        Expression pattern = new Text(Texts.requireStorable(like.getLiteral(), Position.UNKNOWN), Position.UNKNOWN);
        return like.isMatchingCase()
                ? new Like(value, pattern, Position.UNKNOWN)
                : new Like(caseless(value), caseless(pattern), Position.UNKNOWN);
    }

    private static Expression caseless(Expression text) {
        return new Folded(Folding.CASE, text, Position.UNKNOWN);
    }

    private static ComparisonOperator operator(BinaryComparisonOperator comparison) {
        if (comparison instanceof PropertyIsEqualTo) {
            return ComparisonOperator.EQUAL;
        } else if (comparison instanceof PropertyIsNotEqualTo) {
            return ComparisonOperator.NOT_EQUAL;
        } else if (comparison instanceof PropertyIsGreaterThan) {
            return ComparisonOperator.GREATER;
        } else if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
            return ComparisonOperator.GREATER_OR_EQUAL;
        } else if (comparison instanceof PropertyIsLessThan) {
            return ComparisonOperator.LESS;
        }
        return ComparisonOperator.LESS_OR_EQUAL;
    }

    static Cql2ParseException unsupported(Object filter) {
        String name = filter.getClass().getSimpleName().replaceFirst("(Filter)?Impl$", "");
        return new Cql2ParseException(
                Position.UNKNOWN, "ECQL's " + name + " stands", "what CQL2 knows, or filter-lang=cql2-text");
    }
}
