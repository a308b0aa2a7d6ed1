package org.truceline.layers;

import java.util.List;
import java.util.Optional;

/**
 * A column of a layer that is served as a property of its features.
 *
 * @param name the column's name, unchanged
 * @param title from the first line of the column's comment; the name where there is none
 * @param description from the lines after it; may be empty
 * @param type how its values are written and compared
 * @param sqlType PostgreSQL's name of the type ({@code int4}, {@code text}), a domain's being that of its base type
 * @param values all the values that it can have, where its type is an enumeration or its comment lists them; else empty
 * @param jsonShape what its JSON is; {@code ANY} where that is not known, and where it has none
 */
public record Property(
        String name,
        String title,
        String description,
        PropertyType type,
        String sqlType,
        List<String> values,
        JsonShape jsonShape) {
    public Property {
        values = List.copyOf(values);
    }

    /** A property whose values are no JSON. */
    public Property(
            String name, String title, String description, PropertyType type, String sqlType, List<String> values) {
        this(name, title, description, type, sqlType, values, JsonShape.ANY);
    }

    /** What the values of a property of type {@link PropertyType#JSON} are. */
    public enum JsonShape {
        ARRAY,
        OBJECT,
        /** PostgreSQL lets a {@code json} column hold either, and plain values as well. */
        ANY
    }

    /** Whether its values are numbers with as many decimal digits as they were given. */
    public boolean isExact() {
        return sqlType.equals("numeric");
    }

    /**
     * The unit of a number, from the end of its title: {@code m} in {@code Width (m)}. In UCUM's notation if the author
     * of the comment kept to it.
     */
    public Optional<String> findUnit() {
        int opening = title.lastIndexOf('(');
        boolean hasUnit = type.isNumeric() && opening > 0 && title.endsWith(")");
        return hasUnit ? Optional.of(title.substring(opening + 1, title.length() - 1)) : Optional.empty();
    }

    /** PostgreSQL's name of the type of the elements; empty where the property is no array. */
    public Optional<String> elementType() {
        // PostgreSQL names the array type after the type of its elements, with an underscore before it.
        return type == PropertyType.JSON && sqlType.startsWith("_")
                ? Optional.of(sqlType.substring(1))
                : Optional.empty();
    }
}
