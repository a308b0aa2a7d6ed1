package org.truceline.features;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/** A property's values, as features are counted by them. */
final class CountedValue {
    private CountedValue() {}

    /** What features are grouped and ordered by: numbers as numbers, and of days those that an answer can tell. */
    static String key(Property property) {
        String column = FeatureSql.FEATURE + Identifiers.quote(property.name());
        return switch (property.type()) {
            case DATE -> "CASE WHEN isfinite(" + column + ") THEN " + column + " END";
            case STRING -> column + "::text";
            default -> column;
        };
    }

    /** The column that tells a group's value. */
    static String column(Property property) {
        return property.type() == PropertyType.DATE ? key(property) : key(property) + "::text";
    }

    /** The value as text, a day as ISO 8601 has it; empty where it is not known. */
    static Optional<String> read(Property property, ResultSet row, int column) throws SQLException {
        return property.type() == PropertyType.DATE
                ? Optional.ofNullable(row.getObject(column, LocalDate.class)).map(LocalDate::toString)
                : Optional.ofNullable(row.getString(column));
    }
}
