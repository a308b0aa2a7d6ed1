package org.truceline.ogcapi;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.truceline.features.PropertyValue;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import tools.jackson.databind.JsonNode;

/** Reads a property's value that a client writes. */
final class EditedValue {
    /** PostgreSQL's name for the type {@code text[]}. */
    private static final String LIST_OF_TEXTS = "_text";

    private static final Pattern WITHOUT_OFFSET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+");

    private EditedValue() {}

    /**
     * The value in PostgreSQL's text form.
     *
     * @param value not null
     * @throws IllegalArgumentException with what was expected, if it is no value of the property
     */
    static String read(Property property, JsonNode value) {
        if (property.sqlType().equals(LIST_OF_TEXTS)) {
            return list(value);
        }
        requireKind(property.type(), value);
        String text = property.type() == PropertyType.DATE_TIME
                ? inUtc(value.asString())
                : value.isString() ? value.asString() : value.toString();
        if (!property.values().isEmpty() && !property.values().contains(text)) {
            throw new IllegalArgumentException("expected is one of " + String.join(", ", property.values()));
        }
        PropertyValue.parse(property, text);
        if (property.type() == PropertyType.INTEGER) {
            requireWithin(property, Long.parseLong(text));
        }
        return text;
    }

    /** QGIS drops the offset of times that it reads, and so writes as it came what it was sent: UTC. */
    private static String inUtc(String text) {
        return WITHOUT_OFFSET.matcher(text).matches() ? text + "Z" : text;
    }

    /** An array as PostgreSQL reads it: between quotes, only these two characters mean something. */
    private static String list(JsonNode value) {
        require(
                value.isArray()
                        && StreamSupport.stream(value.spliterator(), false)
                                .allMatch(item ->
                                        item.isString() && item.asString().indexOf('\0') < 0),
                "a list of texts is expected, without the character U+0000");
        return StreamSupport.stream(value.spliterator(), false)
                .map(item -> '"' + item.asString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void requireKind(PropertyType type, JsonNode value) {
        switch (type) {
            case INTEGER -> require(value.isIntegralNumber(), "a whole number is expected");
            case NUMBER -> require(value.isNumber(), "a number is expected");
            case BOOLEAN -> require(value.isBoolean(), "true or false is expected");
            case STRING, UUID, DATE, DATE_TIME -> require(value.isString(), "a text is expected");
            case JSON, GEOMETRY, OPAQUE -> throw new IllegalArgumentException("the property can't be edited");
        }
    }

    private static void requireWithin(Property property, long value) {
        long most =
                switch (property.sqlType()) {
                    case "int2" -> Short.MAX_VALUE;
                    case "int4" -> Integer.MAX_VALUE;
                    default -> Long.MAX_VALUE;
                };
        require(
                value <= most && value >= -most - 1,
                "a whole number between " + (-most - 1) + " and " + most + " is expected");
    }

    private static void require(boolean isMet, String expectation) {
        if (!isMet) {
            throw new IllegalArgumentException(expectation);
        }
    }
}
