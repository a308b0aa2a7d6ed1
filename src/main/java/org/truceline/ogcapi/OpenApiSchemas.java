package org.truceline.ogcapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truceline.formats.Format;
import org.truceline.layers.PropertyType;

/** The parts that an OpenAPI document is put together from. */
final class OpenApiSchemas {
    private OpenApiSchemas() {}

    /** A JSON object of alternating names and values, in this order. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static Map<String, Object> schemaReference(String name) {
        return object("$ref", "#/components/schemas/" + name);
    }

    static Map<String, Object> parameterReference(String name) {
        return object("$ref", "#/components/parameters/" + name);
    }

    static Map<String, Object> queryParameter(String name, String description, Map<String, Object> schema) {
        return object(
                "name",
                name,
                "in",
                "query",
                "description",
                description,
                "required",
                false,
                "schema",
                schema,
                "style",
                "form",
                "explode",
                false);
    }

    static Map<String, Object> response(String description, String mediaType, String schema) {
        Map<String, Object> content = object(
                mediaType,
                object("schema", schemaReference(schema)),
                MediaTypes.HTML,
                object("schema", schemaReference("Text")));
        return object("description", description, "content", content);
    }

    /** A page of features, in each of its formats. */
    static Map<String, Object> page(String description) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Format format : Format.listForPages()) {
            String schema = format == Format.GEO_JSON ? "FeatureCollection" : "Text";
            content.put(format.mediaType(), object("schema", schemaReference(schema)));
        }
        return object("description", description, "content", content);
    }

    /** All features at once, in each format that there is a file of. */
    static Map<String, Object> whole(String description) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Format format : Format.listForWholes()) {
            Map<String, Object> file = object("type", "string", "format", "binary");
            content.put(
                    format.mediaType(),
                    object("schema", format == Format.GEO_JSON ? schemaReference("FeatureCollection") : file));
        }
        return object("description", description, "content", content);
    }

    /** The response to what is understood, and those to what is not. */
    static Map<String, Object> responses(Map<String, Object> understood) {
        return object(
                "200", understood,
                "400", problem("A parameter is not understood"),
                "404", problem("There is no such resource"),
                "500", problem("The server failed"),
                "503", problem("The database can't be reached just now"));
    }

    static Map<String, Object> requestBody(String schema) {
        Map<String, Object> content = object("schema", schemaReference(schema));
        return object(
                "required",
                true,
                "content",
                object("application/json", content, "application/x-www-form-urlencoded", content));
    }

    /**
     * The parameters of items as members of an object: those that are not named here are properties' values.
     *
     * @param further names and schemas of members, of which all are required
     */
    private static Map<String, Object> search(Map<String, Object> further) {
        Map<String, Object> any = object();
        Map<String, Object> members = object();
        ItemsParameters.RESERVED.forEach(name -> members.put(name, any));
        members.putAll(further);
        Map<String, Object> schema = object(
                "type",
                "object",
                "description",
                "The parameters of items; lists may be arrays, and the filter an object in CQL2 JSON",
                "properties",
                members);
        if (!further.isEmpty()) {
            schema.put("required", List.copyOf(further.keySet()));
        }
        return schema;
    }

    static Map<String, Object> problem(String description) {
        return response(description, MediaTypes.PROBLEM, "Problem");
    }

    static Map<String, Object> ofType(PropertyType type) {
        return switch (type) {
            case INTEGER -> object("type", "integer", "format", "int64");
            case NUMBER -> object("type", "number");
            case BOOLEAN -> object("type", "boolean");
            case DATE -> object("type", "string", "format", "date");
            case DATE_TIME -> object("type", "string", "format", "date-time");
            case UUID -> object("type", "string", "format", "uuid");
            case STRING, JSON, GEOMETRY, OPAQUE -> object("type", "string");
        };
    }

    static Map<String, Object> schemas() {
        Map<String, Object> text = object("type", "string");
        Map<String, Object> whole = object("type", "integer", "minimum", 0);
        Map<String, Object> links = arrayOf(schemaReference("Link"));
        Map<String, Object> anyObject = object("type", "object");
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("Text", text);
        schemas.put("Any", anyObject);
        schemas.put("Link", record(List.of("href", "rel"), "href", text, "rel", text, "type", text, "title", text));
        schemas.put("LandingPage", record(List.of("links"), "title", text, "description", text, "links", links));
        schemas.put("Conformance", record(List.of("conformsTo"), "conformsTo", arrayOf(text)));
        schemas.put(
                "Collection",
                record(
                        List.of("id", "links"),
                        "id",
                        text,
                        "title",
                        text,
                        "description",
                        text,
                        "attribution",
                        text,
                        "extent",
                        anyObject,
                        "itemType",
                        text,
                        "crs",
                        arrayOf(text),
                        "storageCrs",
                        text,
                        "links",
                        links));
        schemas.put(
                "Collections",
                record(
                        List.of("links", "collections"),
                        "links",
                        links,
                        "collections",
                        arrayOf(schemaReference("Collection"))));
        Map<String, Object> nullableObject = object("type", "object", "nullable", true);
        schemas.put(
                "Feature",
                record(
                        List.of("type", "geometry", "properties"),
                        "type",
                        object("type", "string", "enum", List.of("Feature")),
                        "id",
                        object("oneOf", List.of(text, object("type", "integer"))),
                        "geometry",
                        nullableObject,
                        "properties",
                        nullableObject,
                        "links",
                        links));
        schemas.put(
                "FeatureCollection",
                record(
                        List.of("type", "features"),
                        "type",
                        object("type", "string", "enum", List.of("FeatureCollection")),
                        "numberMatched",
                        whole,
                        "features",
                        arrayOf(schemaReference("Feature")),
                        "numberReturned",
                        whole,
                        "links",
                        links));
        schemas.put("Search", search(object()));
        schemas.put("SearchOfOne", search(object(SearchController.COLLECTIONS, object("type", "string"))));
        schemas.put(
                "Problem",
                record(
                        List.of("title", "status"),
                        "type",
                        text,
                        "title",
                        text,
                        "status",
                        object("type", "integer"),
                        "detail",
                        text,
                        "instance",
                        text,
                        "parameter",
                        text));
        schemas.putAll(OpenApiProcesses.schemas());
        return schemas;
    }

    static Map<String, Object> arrayOf(Map<String, Object> items) {
        return object("type", "array", "items", items);
    }

    static Map<String, Object> record(List<String> required, Object... properties) {
        return object("type", "object", "required", required, "properties", object(properties));
    }
}
