package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import org.truceline.layers.TimeColumns;

/**
 * JSON Schemas of a layer: what its features hold, and what can be asked of them (OGC API – Features Part 5; for
 * queryables Part 3, §6.2).
 */
final class LayerSchema {
    private static final List<String> STRAIGHT_TYPES = List.of(
            "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection");

    private final Layer layer;
    private final String url;

    /**
     * A schema that is served at an address.
     *
     * @param url without a query; it becomes the schema's {@code $id}
     */
    LayerSchema(Layer layer, String url) {
        this.layer = layer;
        this.url = url;
    }

    /** All that a feature holds; what can't be edited is marked. */
    Map<String, Object> returnables() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        put(properties, layer.idColumn());
        properties.put(geometryName(), geometry());
        layer.properties().forEach(property -> put(properties, property));
        Set<String> edited =
                layer.text().edited().map(table -> table.columns().keySet()).orElse(Set.of());
        properties.forEach((name, property) -> {
            if (!edited.contains(name)) {
                property.put("readOnly", true);
            }
        });
        return document(properties);
    }

    /** What a filter can name. A geometry is described in two ways, since older clients know only {@code $ref}. */
    Map<String, Object> queryables() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        put(properties, layer.idColumn());
        Map<String, Object> geometry = geometry();
        geometry.put("$ref", "https://geojson.org/schema/" + geoJsonSchema() + ".json");
        properties.put(geometryName(), geometry);
        putAll(properties, property -> property.type().isComparable() || property.type() == PropertyType.JSON);
        return document(properties);
    }

    /** What {@code sortby} can name; functions, which it can call as well, are at {@code /functions}. */
    Map<String, Object> sortables() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        put(properties, layer.idColumn());
        putAll(properties, property -> property.type().isComparable());
        return document(properties);
    }

    /** Some properties, by name. */
    Map<String, Map<String, Object>> properties(Set<String> names) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        putAll(properties, property -> names.contains(property.name()));
        return properties;
    }

    private Map<String, Object> document(Map<String, Map<String, Object>> properties) {
        return object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                url,
                "type",
                "object",
                "title",
                layer.title(),
                "description",
                layer.text().description(),
                "properties",
                properties,
                "additionalProperties",
                false);
    }

    private void putAll(Map<String, Map<String, Object>> properties, Predicate<Property> predicate) {
        layer.properties().stream().filter(predicate).forEach(property -> put(properties, property));
    }

    private void put(Map<String, Map<String, Object>> properties, Property property) {
        Map<String, Object> schema = object("title", property.title());
        if (!property.description().isEmpty()) {
            schema.put("description", property.description());
        }
        schema.putAll(type(property));
        property.findUnit().ifPresent(unit -> schema.put("x-ogc-unit", unit));
        if (!property.values().isEmpty()) {
            schema.put("enum", property.values());
        }
        String role = role(property);
        if (!role.isEmpty()) {
            schema.put("x-ogc-role", role);
        }
        schema.put("x-ogc-propertySeq", properties.size() + 1);
        properties.put(property.name(), schema);
    }

    private static Map<String, Object> type(Property property) {
        return switch (property.type()) {
            case INTEGER ->
                object("type", "integer", "format", property.sqlType().equals("int8") ? "int64" : "int32");
            case NUMBER -> object("type", "number", "format", "double");
            case BOOLEAN -> object("type", "boolean");
            case DATE -> object("type", "string", "format", "date");
            case DATE_TIME -> object("type", "string", "format", "date-time");
            case UUID -> object("type", "string", "format", "uuid");
            case STRING, OPAQUE -> object("type", "string");
            case JSON -> json(property);
            case GEOMETRY -> object("format", "geometry-any");
        };
    }

    /** What can be anything has no type, rather than one that may be wrong. */
    private static Map<String, Object> json(Property property) {
        return switch (property.jsonShape()) {
            case ARRAY ->
                object(
                        "type",
                        "array",
                        "items",
                        property.elementType().map(LayerSchema::element).orElseGet(OpenApiSchemas::object));
            case OBJECT -> object("type", "object");
            case ANY -> object();
        };
    }

    /** An element of an array as PostgreSQL writes it in JSON. */
    private static Map<String, Object> element(String sqlType) {
        return switch (sqlType) {
            case "int2", "int4", "int8" -> object("type", "integer");
            case "float4", "float8", "numeric" -> object("type", "number");
            case "bool" -> object("type", "boolean");
            case "date" -> object("type", "string", "format", "date");
            case "timestamptz" -> object("type", "string", "format", "date-time");
            case "uuid" -> object("type", "string", "format", "uuid");
            case "text", "varchar", "bpchar", "name", "citext" -> object("type", "string");
            default -> object();
        };
    }

    private String role(Property property) {
        if (property.equals(layer.idColumn())) {
            return "id";
        }
        return layer.time().map(time -> role(time, property)).orElse("");
    }

    private static String role(TimeColumns time, Property property) {
        if (time instanceof TimeColumns.Between between) {
            return property.equals(between.start())
                    ? "primary-interval-start"
                    : property.equals(between.end()) ? "primary-interval-end" : "";
        }
        return time instanceof TimeColumns.At at && property.equals(at.instant()) ? "primary-instant" : "";
    }

    private Map<String, Object> geometry() {
        String type = layer.geometry().plainType();
        String format = STRAIGHT_TYPES.contains(type) ? type.toLowerCase(Locale.ROOT) : "any";
        return object(
                "title",
                "Geometry",
                "format",
                "geometry-" + format,
                "x-ogc-role",
                "primary-geometry",
                "x-ogc-propertySeq",
                2);
    }

    private String geoJsonSchema() {
        String type = layer.geometry().plainType();
        return STRAIGHT_TYPES.contains(type) ? type : "Geometry";
    }

    private String geometryName() {
        return layer.geometry().name();
    }
}
