package org.truceline.layers;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.truceline.layers.Property.JsonShape;

/** A row of {@code catalogue.sql}: a column, and the relation it belongs to. */
record CatalogueColumn(
        CatalogueRelation relation,
        String name,
        Comment comment,
        String type,
        List<String> enumLabels,
        Shape shape,
        boolean isPrimaryKey,
        boolean isUnique,
        OptionalInt srid,
        String geometryType) {
    private static final String JSON_TAG = "json";
    private static final String SUM_TAG = "sum";
    private static final Set<String> JSON_SHAPES = Set.of("array", "object");

    /** What PostgreSQL's catalogue says of the type beyond its name. */
    enum Shape {
        PLAIN,
        ENUM,
        STRUCTURED
    }

    record CatalogueRelation(String name, Comment comment, boolean isReadable) {}

    boolean isGeometry() {
        return type.equals("geometry");
    }

    Property toProperty() {
        List<String> values = enumLabels.isEmpty() ? comment.listItems("values") : enumLabels;
        String title = comment.title().isEmpty() ? name : comment.title();
        return new Property(name, title, comment.description(), propertyType(), type, values, jsonShape());
    }

    private JsonShape jsonShape() {
        if (shape == Shape.STRUCTURED) {
            return type.startsWith("_") ? JsonShape.ARRAY : JsonShape.OBJECT;
        }
        return switch (comment.findValue(JSON_TAG).orElse("")) {
            case "array" -> JsonShape.ARRAY;
            case "object" -> JsonShape.OBJECT;
            default -> JsonShape.ANY;
        };
    }

    /** Whether its comment says that its values can be added up. */
    boolean isSummed() {
        return comment.hasTag(SUM_TAG) && propertyType().isNumeric();
    }

    /** What is wrong with the comment's tags, for whoever wrote them. */
    Optional<String> findOddity() {
        if (comment.hasTag(SUM_TAG) && !isSummed()) {
            return Optional.of(
                    "column \"" + name + "\" of type " + type + " is marked @" + SUM_TAG + "; expected is a number");
        }
        return comment.findValue(JSON_TAG)
                .filter(value -> propertyType() != PropertyType.JSON || !JSON_SHAPES.contains(value))
                .map(value -> "column \"" + name + "\" of type " + type + " is marked @" + JSON_TAG + " " + value
                        + "; expected is array or object, on a column of JSON");
    }

    private PropertyType propertyType() {
        return switch (shape) {
            case ENUM -> PropertyType.STRING;
            case STRUCTURED -> PropertyType.JSON;
            case PLAIN -> plainType();
        };
    }

    private PropertyType plainType() {
        return switch (type) {
            case "text", "varchar", "bpchar", "name", "citext" -> PropertyType.STRING;
            case "uuid" -> PropertyType.UUID;
            case "int2", "int4", "int8" -> PropertyType.INTEGER;
            case "float4", "float8", "numeric" -> PropertyType.NUMBER;
            case "bool" -> PropertyType.BOOLEAN;
            case "date" -> PropertyType.DATE;
            case "timestamptz", "timestamp" -> PropertyType.DATE_TIME;
            case "json", "jsonb" -> PropertyType.JSON;
            case "geometry" -> PropertyType.GEOMETRY;
            default -> PropertyType.OPAQUE;
        };
    }
}
