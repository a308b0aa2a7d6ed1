package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A property in a table that people read, made of the JSON Schema that programs read.
 *
 * @param unit empty where the property has none
 * @param values all the values that it can have, where they are known
 * @param role what the property is for the feature; empty for most
 */
record SchemaRow(
        String name, String title, String type, String unit, String description, List<String> values, String role) {
    /** The properties of a schema of {@link LayerSchema}, in its order. */
    static List<SchemaRow> listRows(Map<String, Object> schema) {
        JsonNode document = JsonMapper.shared().valueToTree(schema);
        List<SchemaRow> rows = new ArrayList<>();
        document.path("properties").forEachEntry((name, property) -> rows.add(of(name, property)));
        return rows;
    }

    private static SchemaRow of(String name, JsonNode property) {
        return new SchemaRow(
                name,
                property.path("title").asString(name),
                TypeInWords.of(property),
                property.path("x-ogc-unit").asString(""),
                property.path("description").asString(""),
                property.path("enum").valueStream().map(JsonNode::asString).toList(),
                role(property.path("x-ogc-role").asString("")));
    }

    private static String role(String role) {
        return switch (role) {
            case "id" -> "names the feature";
            case "primary-geometry" -> "the feature’s place";
            case "primary-instant" -> "the feature’s time";
            case "primary-interval-start" -> "where the feature’s time begins";
            case "primary-interval-end" -> "where the feature’s time ends";
            default -> role;
        };
    }
}
