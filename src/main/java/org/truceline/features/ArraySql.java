package org.truceline.features;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.truceline.cql2.ArrayOperator;
import org.truceline.cql2.Expression;
import org.truceline.cql2.Expression.Array;
import org.truceline.cql2.Expression.ArrayPredicate;
import org.truceline.cql2.Expression.Predicate;
import org.truceline.layers.Identifiers;

/** Arrays as sets. The elements of both sides have to be of one type. */
final class ArraySql {
    /** The greatest whole numbers that PostgreSQL's smaller types hold. */
    private static final Map<String, Long> GREATEST =
            Map.of("int2", (long) Short.MAX_VALUE, "int4", (long) Integer.MAX_VALUE, "int8", Long.MAX_VALUE);

    private final FilterSql filter;

    ArraySql(FilterSql filter) {
        this.filter = filter;
    }

    Sql predicate(ArrayPredicate predicate) {
        Expression left = predicate.left();
        Expression right = predicate.right();
        if (left instanceof Array first && right instanceof Array second) {
            List<Operand> all = new ArrayList<>(elements(first));
            all.addAll(elements(second));
            String type = all.isEmpty() ? "text" : commonType(all);
            return compared(predicate.operator(), written(elements(first), type), written(elements(second), type));
        } else if (left instanceof Array first) {
            return withColumn(predicate.operator(), column(right), first, true);
        } else if (right instanceof Array second) {
            return withColumn(predicate.operator(), column(left), second, false);
        }
        Operand first = column(left);
        Operand second = column(right);
        String type = commonType(List.of(element(first), element(second)));
        return compared(predicate.operator(), cast(first.sql(), type), cast(second.sql(), type));
    }

    /** An array column and a written array, in the column's own type wherever its index could serve. */
    private Sql withColumn(ArrayOperator operator, Operand column, Array array, boolean isColumnLast) {
        List<Operand> elements = elements(array);
        List<Operand> all = new ArrayList<>(elements);
        all.add(0, element(column));
        String common = commonType(all);
        boolean fits = elements.stream().allMatch(element -> fits(element, column.sqlType()));
        Sql of = fits ? column.sql() : cast(column.sql(), common);
        Sql written = written(elements, fits ? column.sqlType() : common);
        return isColumnLast ? compared(operator, written, of) : compared(operator, of, written);
    }

    private static Sql compared(ArrayOperator operator, Sql left, Sql right) {
        return switch (operator) {
            case CONTAINS -> Sql.fill("{0} @> {1}", left, right);
            case CONTAINEDBY -> Sql.fill("{0} <@ {1}", left, right);
            case OVERLAPS -> Sql.fill("{0} && {1}", left, right);
            case EQUALS -> Sql.fill("{0} @> {1} AND {0} <@ {1}", left, right);
        };
    }

    private Operand column(Expression expression) {
        return filter.operand(expression, ValueType.ARRAY);
    }

    private List<Operand> elements(Array array) {
        List<Operand> operands = new ArrayList<>();
        for (Expression element : array.elements()) {
            Operand operand = filter.operand(element);
            boolean isNested = element instanceof Predicate;
            if (isNested || operand.type() == ValueType.OTHER || operand.type() == ValueType.ARRAY) {
                throw FilterFault.at(element.position(), "This can't be an element of an array", "a single value");
            }
            operands.add(operand);
        }
        return operands;
    }

    /** What an element of an array column is, with the column as its source. */
    private static Operand element(Operand array) {
        ValueType type =
                switch (array.sqlType()) {
                    case "text", "varchar", "bpchar", "name", "citext" -> ValueType.TEXT;
                    case "int2", "int4", "int8", "float4", "float8", "numeric" -> ValueType.NUMBER;
                    case "bool" -> ValueType.BOOLEAN;
                    case "date" -> ValueType.DATE;
                    case "timestamp", "timestamptz" -> ValueType.INSTANT;
                    case "uuid" -> ValueType.UUID;
                    default ->
                        throw FilterFault.at(
                                array.position(), "Arrays of the type " + array.sqlType() + " can't be compared");
                };
        return array.as(type, array.sqlType(), array.sql());
    }

    private static String commonType(List<Operand> elements) {
        ValueType type = elements.get(0).type();
        for (Operand element : elements) {
            if (element.type() != type) {
                throw FilterFault.at(
                        element.position(),
                        "This is " + element.type().words() + " in an array of another type",
                        type.words());
            }
        }
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> elements.stream().anyMatch(Operand::isFloat) ? "float8" : "numeric";
            case BOOLEAN -> "bool";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case UUID -> "uuid";
            case GEOMETRY -> "geometry";
            case ARRAY, OTHER -> throw new IllegalStateException("no elements of type " + type);
        };
    }

    private static boolean fits(Operand element, String type) {
        if (element.type() != ValueType.NUMBER || !GREATEST.containsKey(type)) {
            return true;
        }
        return element.source() instanceof Expression.Numeral number
                && element.sqlType().equals("int8")
                && number.value().toBigInteger().abs().compareTo(BigInteger.valueOf(GREATEST.get(type))) <= 0;
    }

    private static Sql written(List<Operand> elements, String type) {
        List<Sql> values = elements.stream().map(Operand::sql).toList();
        return cast(Sql.fill("ARRAY[{0}]", Sql.join(", ", values)), type);
    }

    private static Sql cast(Sql array, String elementType) {
        return array.castTo(Identifiers.quote(elementType) + "[]");
    }
}
