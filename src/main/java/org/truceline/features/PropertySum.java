package org.truceline.features;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/**
 * The sum of one property over several features. What is not a number, and the infinities, are not known.
 *
 * @param ofKnown of the values that are known, exactly for whole numbers; absent where none is known, which is not zero
 * @param unknown of how many features the value is not known
 */
public record PropertySum(Property property, Optional<BigDecimal> ofKnown, long unknown) {
    /** How many columns it takes to tell it. */
    static final int COLUMNS = 2;

    /** The columns: the sum of what is known, and the number of features of which it isn't. */
    static Sql sql(Property property) {
        String column = Identifiers.quote(property.name());
        if (property.type() == PropertyType.INTEGER) {
            return Sql.of("sum(" + column + "), count(*) - count(" + column + ")");
        }
        // What is not a number is greater than all numbers here.
        String known = " FILTER (WHERE " + column + " > '-infinity' AND " + column + " < 'infinity')";
        return Sql.of("(sum(" + column + ")" + known + ")::float8, count(*) - count(" + column + ")" + known);
    }

    /** Hands on the sum of what is known, as the property's values are: a whole number or a real one, or as absent. */
    public void value(ValueSink into) throws IOException {
        if (ofKnown.isEmpty()) {
            into.absent();
        } else if (property.type() == PropertyType.INTEGER
                && ofKnown.get().toBigInteger().bitLength() < Long.SIZE) {
            into.whole(ofKnown.get().longValueExact());
        } else {
            into.real(ofKnown.get().doubleValue());
        }
    }

    /** Reads it from the columns that begin at a place. */
    static PropertySum read(Property property, ResultSet row, int first) throws SQLException {
        return new PropertySum(property, Optional.ofNullable(row.getBigDecimal(first)), row.getLong(first + 1));
    }
}
