package org.truceline.styles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truceline.cql2.ComparisonOperator;
import org.truceline.cql2.Expression;

/**
 * Conditions as expressions of the MapLibre style specification. There, a comparison with what is not known is false, as
 * for a rule it has to be.
 */
final class MapLibreFilter {
    private MapLibreFilter() {}

    static Object of(Condition condition, List<Rule> group) {
        if (condition instanceof Condition.When when) {
            return expression(when.expression());
        } else if (condition instanceof Condition.Otherwise) {
            List<Object> any = list("any");
            group.forEach(rule -> {
                if (rule.condition() instanceof Condition.When when) {
                    any.add(expression(when.expression()));
                }
            });
            return list("!", any);
        }
        return true;
    }

    static Object expression(Expression expression) {
        if (expression instanceof Expression.And and) {
            return combined("all", and.operands());
        } else if (expression instanceof Expression.Or or) {
            return combined("any", or.operands());
        } else if (expression instanceof Expression.Comparison comparison) {
            return list(operator(comparison.operator()), expression(comparison.left()), expression(comparison.right()));
        } else if (expression instanceof Expression.In in) {
            List<Object> values = new ArrayList<>(
                    in.list().stream().map(MapLibreFilter::expression).toList());
            return list("in", expression(in.value()), list("literal", values));
        } else if (expression instanceof Expression.PropertyName property) {
            return list("get", property.name());
        } else if (expression instanceof Expression.Text text) {
            return text.value();
        } else if (expression instanceof Expression.Numeral numeral) {
            return numeral.value();
        } else if (expression instanceof Expression.Truth truth) {
            return truth.value();
        }
        throw new IllegalArgumentException("A style's condition can't have " + expression);
    }

    private static List<Object> combined(String operator, List<Expression> operands) {
        List<Object> combined = list(operator);
        operands.forEach(operand -> combined.add(expression(operand)));
        return combined;
    }

    private static String operator(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            default -> operator.symbol();
        };
    }

    static List<Object> list(Object... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    /** Names and values in turn, which stay in this order: the same style is the same bytes. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            object.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return object;
    }
}
