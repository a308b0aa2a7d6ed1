package org.truceline.features;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalDouble;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Property;

/**
 * The sum of one property over several features.
 *
 * @param ofKnown of the values that are known; absent where none is, which is not zero
 * @param unknown of how many features the value is not known
 */
public record PropertySum(Property property, OptionalDouble ofKnown, long unknown) {
    /** How many columns it takes to tell it. */
    static final int COLUMNS = 2;

    /** The columns: the sum of what is known, and the number of features of which it isn't. */
    static Sql sql(Property property) {
        String column = Identifiers.quote(property.name());
        return Sql.of("sum(" + column + ")::float8, count(*) - count(" + column + ")");
    }

    /** Reads it from the columns that begin at a place. */
    static PropertySum read(Property property, ResultSet row, int first) throws SQLException {
        double known = row.getDouble(first);
        OptionalDouble ofKnown = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(known);
        return new PropertySum(property, ofKnown, row.getLong(first + 1));
    }
}
