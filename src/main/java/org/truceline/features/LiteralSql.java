package org.truceline.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneOffset;
import org.truceline.cql2.Expression.Box;
import org.truceline.cql2.Expression.Day;
import org.truceline.cql2.Expression.Literal;
import org.truceline.cql2.Expression.Moment;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.cql2.Expression.Spatial;
import org.truceline.cql2.Expression.Text;
import org.truceline.cql2.Expression.Truth;

/** Literals as operands: each a placeholder of a stated type, and its value beside. */
final class LiteralSql {
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final LiteralCrs crs;

    LiteralSql(LiteralCrs crs) {
        this.crs = crs;
    }

    Operand literal(Literal literal) {
        if (literal instanceof Text text) {
            return new Operand(ValueType.TEXT, "text", Sql.of("?::text", text.value()), literal);
        } else if (literal instanceof Numeral number) {
            return number(number);
        } else if (literal instanceof Truth truth) {
            return new Operand(ValueType.BOOLEAN, "bool", Sql.of("?::bool", truth.value()), literal);
        } else if (literal instanceof Day day) {
            return new Operand(ValueType.DATE, "date", Sql.of("?::date", day.value()), literal);
        } else if (literal instanceof Moment moment) {
            Sql sql = Sql.of("?::timestamptz", moment.value().atOffset(ZoneOffset.UTC));
            return new Operand(ValueType.INSTANT, "timestamptz", sql, literal);
        } else if (literal instanceof Spatial || literal instanceof Box) {
            return new SpatialLiteral(crs).operand(literal);
        }
        throw FilterFault.at(literal.position(), "This can't be used here", "a value");
    }

    /** Whole numbers as such, so that an index on a column of them serves. */
    private static Operand number(Numeral number) {
        BigDecimal value = number.value();
        boolean isWhole = value.stripTrailingZeros().scale() <= 0
                && value.toBigInteger().abs().compareTo(GREATEST) <= 0;
        return isWhole
                ? new Operand(ValueType.NUMBER, "int8", Sql.of("?::int8", value.longValueExact()), number)
                : new Operand(ValueType.NUMBER, "numeric", Sql.of("?::numeric", value), number);
    }
}
