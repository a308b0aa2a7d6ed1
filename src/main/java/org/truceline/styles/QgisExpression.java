package org.truceline.styles;

import java.util.List;
import java.util.stream.Collectors;
import org.truceline.cql2.Expression;

/** Conditions in QGIS's expression language. There, as in SQL, what compares with what is not known is not true. */
final class QgisExpression {
    private QgisExpression() {}

    /** The filter of one of a group's rules; empty if it is for all features. */
    static String of(Condition condition, boolean isAlone) {
        if (condition instanceof Condition.When when) {
            return of(when.expression());
        }
        return condition instanceof Condition.Otherwise && !isAlone ? "ELSE" : "";
    }

    private static String of(Expression expression) {
        if (expression instanceof Expression.And and) {
            return combined(" AND ", and.operands());
        } else if (expression instanceof Expression.Or or) {
            return combined(" OR ", or.operands());
        } else if (expression instanceof Expression.Comparison comparison) {
            return of(comparison.left()) + " " + comparison.operator().symbol() + " " + of(comparison.right());
        } else if (expression instanceof Expression.In in) {
            return of(in.value()) + " IN "
                    + in.list().stream().map(QgisExpression::of).collect(Collectors.joining(", ", "(", ")"));
        } else if (expression instanceof Expression.PropertyName property) {
            return quoted(property.name(), "\"");
        } else if (expression instanceof Expression.Text text) {
            return quoted(text.value().replace("\\", "\\\\"), "'");
        } else if (expression instanceof Expression.Numeral numeral) {
            return numeral.value().toPlainString();
        } else if (expression instanceof Expression.Truth truth) {
            return truth.value() ? "TRUE" : "FALSE";
        }
        throw new IllegalArgumentException("A style's condition can't have " + expression);
    }

    private static String combined(String operator, List<Expression> operands) {
        return operands.stream().map(QgisExpression::of).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String quoted(String text, String quote) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
