package org.truceline.features;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.cql2.Expression.Text;

/** Comparisons of scalar values, once their types fit each other. */
final class ComparisonSql {
    private ComparisonSql() {}

    /** Two operands of one type. */
    private record Pair(Operand left, Operand right) {}

    static Sql compared(String operator, Operand left, Operand right) {
        Pair pair = aligned(left, right);
        return Sql.fill(
                "{0} " + operator + " {1}", pair.left().sql(), pair.right().sql());
    }

    static Sql between(Operand value, Operand low, Operand high) {
        List<Sql> ends = alignedWith(value, List.of(low, high));
        return Sql.fill("{0} BETWEEN {1} AND {2}", ends);
    }

    static Sql in(Operand value, List<Operand> list) {
        List<Sql> parts = alignedWith(value, list);
        return Sql.fill("{0} IN ({1})", parts.get(0), Sql.join(", ", parts.subList(1, parts.size())));
    }

    /** The value, which is written once and so in one type, and then those that it is compared with. */
    private static List<Sql> alignedWith(Operand value, List<Operand> others) {
        List<Sql> parts = new ArrayList<>();
        for (Operand other : others) {
            Pair pair = aligned(value, other);
            if (parts.isEmpty()) {
                parts.add(pair.left().sql());
            } else if (!parts.get(0).equals(pair.left().sql())) {
                throw FilterFault.at(
                        other.position(),
                        "This is " + other.type().words() + " among values of another type",
                        "values of one type");
            }
            parts.add(pair.right().sql());
        }
        return parts;
    }

    private static Pair aligned(Operand left, Operand right) {
        requireScalar(left);
        requireScalar(right);
        Operand read = left.isLiteral() && !right.isLiteral() ? readAs(left, right) : left;
        Operand readRight = right.isLiteral() && !left.isLiteral() ? readAs(right, left) : right;
        if (read.type() == readRight.type()) {
            return new Pair(read, readRight);
        } else if (read.type().isTime() && readRight.type().isTime()) {
            // In days, the coarser of the two: a timestamp is on a date, before it or after it. The session is in UTC.
            return new Pair(read.cast(ValueType.DATE, "date"), readRight.cast(ValueType.DATE, "date"));
        } else if (isTextual(read) && isTextual(readRight)) {
            return new Pair(read.cast(ValueType.TEXT, "text"), readRight.cast(ValueType.TEXT, "text"));
        }
        throw FilterFault.at(
                right.position(),
                FilterSql.capitalized(left.words()) + " and " + right.words() + ", which can't be compared",
                left.type().words());
    }

    private static boolean isTextual(Operand operand) {
        return operand.type() == ValueType.TEXT || operand.type() == ValueType.UUID;
    }

    private static void requireScalar(Operand operand) {
        String way =
                switch (operand.type()) {
                    case GEOMETRY -> "S_EQUALS for geometries";
                    case ARRAY -> "A_EQUALS for arrays";
                    case OTHER -> "IS NULL, the only question to it";
                    default -> "";
                };
        if (!way.isEmpty()) {
            throw FilterFault.at(operand.position(), FilterSql.capitalized(operand.words()), way);
        }
    }

    /** A literal as the other side's type writes it, where the client wrote it as a text or with other precision. */
    private static Operand readAs(Operand literal, Operand other) {
        if (literal.source() instanceof Numeral number && other.sqlType().equals("float4")) {
            // 0.1 as real is not 0.1 as double precision.
            boolean fits = Math.abs(number.value().doubleValue()) <= Float.MAX_VALUE;
            return fits ? literal.cast(ValueType.NUMBER, "float4") : literal.cast(ValueType.NUMBER, "float8");
        }
        return literal.source() instanceof Text text ? readAs(text, literal, other.type()) : literal;
    }

    private static Operand readAs(Text text, Operand literal, ValueType type) {
        try {
            return switch (type) {
                case DATE -> literal.as(type, "date", Sql.of("?::date", LocalDate.parse(text.value())));
                case INSTANT ->
                    literal.as(
                            type,
                            "timestamptz",
                            Sql.of(
                                    "?::timestamptz",
                                    OffsetDateTime.parse(text.value()).withOffsetSameInstant(ZoneOffset.UTC)));
                case UUID -> literal.as(type, "uuid", Sql.of("?::uuid", UUID.fromString(padded(text))));
                default -> literal;
            };
        } catch (DateTimeException | IllegalArgumentException notSo) {
            throw FilterFault.at(literal.position(), "The text is not " + type.words(), example(type));
        }
    }

    private static String padded(Text text) {
        // UUID.fromString also takes shortened groups, which are not what the client meant.
        if (text.value().length() != 36) {
            throw new IllegalArgumentException("no UUID");
        }
        return text.value();
    }

    private static String example(ValueType type) {
        return switch (type) {
            case DATE -> "a date such as DATE('2021-04-29')";
            case INSTANT -> "a timestamp such as TIMESTAMP('2021-04-29T14:00:00Z')";
            default -> "a UUID of 36 characters";
        };
    }
}
