package org.truceline.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A CQL2 expression. A filter is one whose value is a truth; whether types fit is not checked here. Names of operators
 * follow the standard, and what it writes in several ways has one form: {@code a NOT LIKE b} is {@code NOT (a LIKE b)},
 * {@code -a} is {@code -1 * a}.
 */
public sealed interface Expression {
    /** Where the expression begins in its source; for an operator between operands, where the operator stands. */
    Position position();

    /** A statement that is true, false or unknown. */
    sealed interface Predicate extends Expression {}

    /** All of the operands, two or more. */
    record And(List<Expression> operands, Position position) implements Predicate {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** At least one of the operands, two or more. */
    record Or(List<Expression> operands, Position position) implements Predicate {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    record Not(Expression operand, Position position) implements Predicate {}

    record Comparison(ComparisonOperator operator, Expression left, Expression right, Position position)
            implements Predicate {}

    /** {@code %} stands for any characters, {@code _} for one, a backslash takes the meaning from the next. */
    record Like(Expression value, Expression pattern, Position position) implements Predicate {}

    /** Both ends included. */
    record Between(Expression value, Expression low, Expression high, Position position) implements Predicate {}

    record In(Expression value, List<Expression> list, Position position) implements Predicate {
        public In {
            list = List.copyOf(list);
        }
    }

    record IsNull(Expression operand, Position position) implements Predicate {}

    record SpatialPredicate(SpatialOperator operator, Expression left, Expression right, Position position)
            implements Predicate {}

    record TemporalPredicate(TemporalOperator operator, Expression left, Expression right, Position position)
            implements Predicate {}

    record ArrayPredicate(ArrayOperator operator, Expression left, Expression right, Position position)
            implements Predicate {}

    record PropertyName(String name, Position position) implements Expression {}

    /** A function that the standard doesn't define; its name as the client writes it. */
    record FunctionCall(String name, List<Expression> arguments, Position position) implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Position position)
            implements Expression {}

    /** A text without its differences of case ({@code CASEI}) or of accents ({@code ACCENTI}). */
    record Folded(Folding folding, Expression text, Position position) implements Expression {}

    /** A span of time, its ends included. Each end is an instant or a {@link OpenEnd}. */
    record Interval(Expression start, Expression end, Position position) implements Expression {}

    /** A collection of values without order. */
    record Array(List<Expression> elements, Position position) implements Expression {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A value that the client wrote down. */
    sealed interface Literal extends Expression {}

    record Text(String value, Position position) implements Literal {}

    /** Fits into double precision, and has at most {@value Numbers#LONGEST} digits. */
    record Numeral(BigDecimal value, Position position) implements Literal {}

    record Truth(boolean value, Position position) implements Literal {}

    record Day(LocalDate value, Position position) implements Literal {}

    record Moment(Instant value, Position position) implements Literal {}

    /** {@code '..'}: the interval has no end at this side. */
    record OpenEnd(Position position) implements Literal {}

    /** Coordinates in the order in which they were written; which axis is first depends on their CRS. */
    record Spatial(Geometry geometry, Position position) implements Literal {}

    /**
     * A box: its lower left corner, then its upper right one. Heights, where six numbers were given, are left out, as
     * they are of all comparisons. Written as longitudes, west may be greater than east.
     */
    record Box(double first1, double first2, double last1, double last2, Position position) implements Literal {}
}
