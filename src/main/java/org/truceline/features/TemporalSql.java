package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.truceline.cql2.Expression;
import org.truceline.cql2.Expression.Interval;
import org.truceline.cql2.Expression.OpenEnd;
import org.truceline.cql2.Expression.PropertyName;
import org.truceline.cql2.Expression.TemporalPredicate;
import org.truceline.cql2.TemporalOperator;
import org.truceline.layers.Layer;
import org.truceline.layers.TimeColumns;

/**
 * How times lie to each other. Intervals include their ends. Where dates meet timestamps, both are taken in days, and
 * the days are those of UTC.
 */
final class TemporalSql {
    private final FilterSql filter;
    private final Optional<TimeColumns> time;

    TemporalSql(FilterSql filter, Layer layer) {
        this.filter = filter;
        this.time = layer.time();
    }

    /** A time by its two ends, which are the same for an instant. */
    private record Span(Sql start, Sql end, ValueType type) {
        Span inDays() {
            return type == ValueType.DATE ? this : new Span(start.castTo("date"), end.castTo("date"), ValueType.DATE);
        }
    }

    Sql predicate(TemporalPredicate predicate) {
        Span left = span(predicate.left(), predicate.operator());
        Span right = span(predicate.right(), predicate.operator());
        boolean isInDays = left.type() == ValueType.DATE || right.type() == ValueType.DATE;
        Span first = isInDays ? left.inDays() : left;
        Span second = isInDays ? right.inDays() : right;
        return Sql.fill(
                pattern(predicate.operator()), List.of(first.start(), first.end(), second.start(), second.end()));
    }

    /** {0} and {1} are the first operand's start and end, {2} and {3} the second's (OWL-Time, §4.2). */
    private static String pattern(TemporalOperator operator) {
        return switch (operator) {
            case AFTER -> "{0} > {3}";
            case BEFORE -> "{1} < {2}";
            case DISJOINT -> "({0} > {3} OR {1} < {2})";
            case EQUALS -> "{0} = {2} AND {1} = {3}";
            case INTERSECTS -> "{0} <= {3} AND {1} >= {2}";
            case CONTAINS -> "{0} < {2} AND {1} > {3}";
            case DURING -> "{0} > {2} AND {1} < {3}";
            case FINISHEDBY -> "{0} < {2} AND {1} = {3}";
            case FINISHES -> "{0} > {2} AND {1} = {3}";
            case MEETS -> "{1} = {2}";
            case METBY -> "{0} = {3}";
            case OVERLAPPEDBY -> "{0} > {2} AND {0} < {3} AND {1} > {3}";
            case OVERLAPS -> "{0} < {2} AND {1} > {2} AND {1} < {3}";
            case STARTEDBY -> "{0} = {2} AND {1} > {3}";
            case STARTS -> "{0} = {2} AND {1} < {3}";
        };
    }

    private Span span(Expression expression, TemporalOperator operator) {
        if (expression instanceof Interval interval) {
            return span(interval);
        }
        Operand instant = time(expression);
        if (!operator.takesInstants()) {
            throw FilterFault.at(
                    expression.position(), "T_" + operator + " compares intervals only", "an INTERVAL with two ends");
        }
        return new Span(instant.sql(), instant.sql(), instant.type());
    }

    private Operand time(Expression expression) {
        Operand operand = filter.operand(expression);
        if (!operand.type().isTime()) {
            throw FilterFault.at(
                    operand.position(), FilterSql.capitalized(operand.words()), "a date, a timestamp or an INTERVAL");
        }
        return operand;
    }

    private Span span(Interval interval) {
        requireOrder(interval);
        boolean isOpenAtStart = interval.start() instanceof OpenEnd;
        boolean isOpenAtEnd = interval.end() instanceof OpenEnd;
        if (isOpenAtStart && isOpenAtEnd) {
            return new Span(infinity("-", ValueType.INSTANT), infinity("", ValueType.INSTANT), ValueType.INSTANT);
        } else if (isOpenAtStart) {
            Operand end = time(interval.end());
            return new Span(infinity("-", end.type()), end.sql(), end.type());
        } else if (isOpenAtEnd) {
            Operand start = time(interval.start());
            return new Span(start.sql(), infinity("", start.type()), start.type());
        }
        return closed(interval, time(interval.start()), time(interval.end()));
    }

    private Span closed(Interval interval, Operand start, Operand end) {
        if (areMarkedColumns(interval)) {
            // As for the parameter datetime: without one of the two the layer says that this side is open.
            return new Span(
                    Sql.fill(
                            "CASE WHEN {1} IS NULL THEN {0} ELSE coalesce({0}, '-infinity') END",
                            start.sql(), end.sql()),
                    Sql.fill(
                            "CASE WHEN {0} IS NULL THEN {1} ELSE coalesce({1}, 'infinity') END",
                            start.sql(), end.sql()),
                    start.type());
        } else if (start.type() == end.type()) {
            return new Span(start.sql(), end.sql(), start.type());
        }
        // A day begins with its first microsecond and ends with its last, the finest that PostgreSQL counts.
        Sql first = start.sql().castTo("timestamptz");
        Sql last = end.type() == ValueType.DATE
                ? Sql.fill("(({0} + 1)::timestamptz - interval '1 microsecond')", end.sql())
                : end.sql();
        return new Span(first, last, ValueType.INSTANT);
    }

    private boolean areMarkedColumns(Interval interval) {
        return interval.start() instanceof PropertyName start
                && interval.end() instanceof PropertyName end
                && time.isPresent()
                && time.get() instanceof TimeColumns.Between columns
                && columns.start().name().equals(start.name())
                && columns.end().name().equals(end.name())
                && columns.start().type() == columns.end().type();
    }

    private static void requireOrder(Interval interval) {
        if (endsBeforeItBegins(interval)) {
            throw FilterFault.at(interval.position(), "The interval ends before it begins", "the earlier end first");
        }
    }

    private static boolean endsBeforeItBegins(Interval interval) {
        if (interval.start() instanceof Expression.Day start && interval.end() instanceof Expression.Day end) {
            return start.value().isAfter(end.value());
        }
        return interval.start() instanceof Expression.Moment start
                && interval.end() instanceof Expression.Moment end
                && start.value().isAfter(end.value());
    }

    private static Sql infinity(String sign, ValueType type) {
        return Sql.of("'" + sign + "infinity'::" + (type == ValueType.DATE ? "date" : "timestamptz"));
    }
}
