package org.truceline.styles;

import java.util.List;
import java.util.function.Consumer;
import org.truceline.cql2.ComparisonOperator;
import org.truceline.cql2.Expression;

/**
 * Conditions as Filter Encoding 1.1 (OGC 04-095). A list of values becomes as many comparisons: it knows no lists.
 *
 * <p>What is for all other features gets a filter too, and no {@code ElseFilter}: QGIS 3.22 takes that for no condition at
 * all, and it puts the rules of all groups into one list, where "else" would mean another thing.
 */
record SldFilter(XmlText xml) {
    /** Writes the filter of one of a group's rules; none if it is for all features. */
    void write(Condition condition, List<Expression> ofGroup) {
        if (condition instanceof Condition.When when) {
            xml.element("ogc:Filter", () -> write(when.expression()));
        } else if (condition instanceof Condition.Otherwise && !ofGroup.isEmpty()) {
            xml.element("ogc:Filter", () -> combined("ogc:And", ofGroup, this::writeUntrue));
        }
    }

    private void write(Expression expression) {
        if (expression instanceof Expression.And and) {
            combined("ogc:And", and.operands(), this::write);
        } else if (expression instanceof Expression.Or or) {
            combined("ogc:Or", or.operands(), this::write);
        } else if (expression instanceof Expression.Comparison comparison) {
            compared(comparison.operator(), comparison.left(), comparison.right());
        } else if (expression instanceof Expression.In in) {
            combined("ogc:Or", in.list(), value -> compared(ComparisonOperator.EQUAL, in.value(), value));
        } else if (expression instanceof Expression.PropertyName property) {
            xml.text("ogc:PropertyName", property.name());
        } else if (expression instanceof Expression.Text text) {
            xml.text("ogc:Literal", text.value());
        } else if (expression instanceof Expression.Numeral numeral) {
            xml.text("ogc:Literal", numeral.value().toPlainString());
        } else if (expression instanceof Expression.Truth truth) {
            xml.text("ogc:Literal", String.valueOf(truth.value()));
        } else {
            throw new IllegalArgumentException("A style's condition can't have " + expression);
        }
    }

    /** Writes what is true where the expression is false, and where it is unknown as well. */
    private void writeUntrue(Expression expression) {
        if (expression instanceof Expression.And and) {
            combined("ogc:Or", and.operands(), this::writeUntrue);
        } else if (expression instanceof Expression.Or or) {
            combined("ogc:And", or.operands(), this::writeUntrue);
        } else if (expression instanceof Expression.In in) {
            untrue(in.value(), in);
        } else if (expression instanceof Expression.Comparison comparison) {
            untrue(comparison.left(), comparison);
        } else {
            throw new IllegalArgumentException("A style's condition can't have " + expression);
        }
    }

    private void untrue(Expression property, Expression statement) {
        xml.element("ogc:Or", () -> {
            xml.element("ogc:PropertyIsNull", () -> write(property));
            xml.element("ogc:Not", () -> write(statement));
        });
    }

    /** And and Or have two operands at least; one stands alone. */
    private void combined(String element, List<Expression> operands, Consumer<Expression> writing) {
        if (operands.size() == 1) {
            writing.accept(operands.get(0));
        } else {
            xml.element(element, () -> operands.forEach(writing));
        }
    }

    private void compared(ComparisonOperator operator, Expression left, Expression right) {
        xml.element(element(operator), () -> {
            write(left);
            write(right);
        });
    }

    private static String element(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> "ogc:PropertyIsEqualTo";
            case NOT_EQUAL -> "ogc:PropertyIsNotEqualTo";
            case LESS -> "ogc:PropertyIsLessThan";
            case GREATER -> "ogc:PropertyIsGreaterThan";
            case LESS_OR_EQUAL -> "ogc:PropertyIsLessThanOrEqualTo";
            case GREATER_OR_EQUAL -> "ogc:PropertyIsGreaterThanOrEqualTo";
        };
    }
}
