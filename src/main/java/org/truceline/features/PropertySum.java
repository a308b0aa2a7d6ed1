package org.truceline.features;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalDouble;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

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

    /** Hands on the sum of what is known, as the property's values are: a whole number or a real one, or as absent. */
    public void value(ValueSink into) throws IOException {
        if (ofKnown.isEmpty()) {
            into.absent();
        } else if (property.type() == PropertyType.INTEGER) {
            into.whole(Math.round(ofKnown.getAsDouble()));
        } else {
            into.real(ofKnown.getAsDouble());
        }
    }

    /** Reads it from the columns that begin at a place. */
    static PropertySum read(Property property, ResultSet row, int first) throws SQLException {
        double known = row.getDouble(first);
        OptionalDouble ofKnown = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(known);
        return new PropertySum(property, ofKnown, row.getLong(first + 1));
    }
}
