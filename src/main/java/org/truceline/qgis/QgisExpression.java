package org.truceline.qgis;

import java.util.List;
import java.util.stream.Collectors;
import org.truceline.cql2.Expression;
import org.truceline.styles.Condition;

/** Conditions of styles as QGIS's expressions. There too, a rule takes no feature of which its condition is unknown. */
final class QgisExpression {
    private QgisExpression() {}

    /** The filter of a rule; empty for all features. */
    static String of(Condition condition) {
        if (condition instanceof Condition.When when) {
            return expression(when.expression());
        }
        return condition instanceof Condition.Otherwise ? "ELSE" : "";
    }

    private static String expression(Expression expression) {
        if (expression instanceof Expression.And and) {
            return combined(" AND ", and.operands());
        } else if (expression instanceof Expression.Or or) {
            return combined(" OR ", or.operands());
        } else if (expression instanceof Expression.Comparison comparison) {
            String operator = comparison.operator().symbol();
            return expression(comparison.left()) + " " + operator + " " + expression(comparison.right());
        } else if (expression instanceof Expression.In in) {
            return expression(in.value()) + " IN (" + list(", ", in.list()) + ")";
        } else if (expression instanceof Expression.PropertyName property) {
            return name(property.name());
        } else if (expression instanceof Expression.Text text) {
            return "'" + text.value().replace("\\", "\\\\").replace("'", "''") + "'";
        } else if (expression instanceof Expression.Numeral numeral) {
            return numeral.value().toPlainString();
        } else if (expression instanceof Expression.Truth truth) {
            return String.valueOf(truth.value());
        }
        throw new IllegalArgumentException("A style's condition can't have " + expression);
    }

    static String name(String property) {
        return '"' + property.replace("\"", "\"\"") + '"';
    }

    private static String combined(String operator, List<Expression> operands) {
        return "(" + list(operator, operands) + ")";
    }

    private static String list(String separator, List<Expression> parts) {
        return parts.stream().map(QgisExpression::expression).collect(Collectors.joining(separator));
    }
}
