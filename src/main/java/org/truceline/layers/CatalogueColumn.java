package org.truceline.layers;

import java.util.List;
import java.util.OptionalInt;

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
        return new Property(name, title, comment.description(), propertyType(), type, values);
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
