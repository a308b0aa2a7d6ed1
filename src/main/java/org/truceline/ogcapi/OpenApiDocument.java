package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;
import static org.truceline.ogcapi.OpenApiSchemas.schemaReference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truceline.formats.Format;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.processes.ProcessDescription;

/**
 * The API described in OpenAPI 3.0, made anew from the layers that there are. Each collection has paths of its own:
 * clients read from them which of its properties they can ask for.
 */
final class OpenApiDocument {
    /** The parameter f of pages of features, which come in more formats than other resources. */
    private static final String PAGE_FORMAT = "pageFormat";

    private static final String EXTENSION = "extension";

    private final OgcApiSettings settings;
    private final String serverUrl;
    private final List<Layer> layers;
    private final List<ProcessDescription> processes;

    OpenApiDocument(OgcApiSettings settings, String serverUrl, List<Layer> layers, List<ProcessDescription> processes) {
        this.settings = settings;
        this.serverUrl = serverUrl;
        this.layers = layers;
        this.processes = processes;
    }

    Map<String, Object> toJson() {
        return object(
                "openapi",
                "3.0.3",
                "info",
                object("title", settings.title(), "description", settings.description(), "version", "1.0.0"),
                "servers",
                List.of(object("url", serverUrl)),
                "tags",
                List.of(
                        object("name", "Capabilities", "description", "What the server is and holds"),
                        object("name", "Data", "description", "The features of the collections"),
                        object("name", "Tiles", "description", "The features as vector tiles"),
                        object("name", "Styles", "description", "How the features are drawn"),
                        object("name", "Processes", "description", "What is computed on request")),
                "paths",
                paths(),
                "components",
                object("schemas", OpenApiSchemas.schemas(), "parameters", parametersOfAll()));
    }

    private Map<String, Object> parametersOfAll() {
        Map<String, Object> parameters = parameters();
        OpenApiCounts.addParameters(parameters);
        OpenApiTiles.addParameters(layers, parameters);
        OpenApiStyles.addParameters(parameters);
        return parameters;
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", capability("getLandingPage", "Landing page", "LandingPage"));
        paths.put("/conformance", capability("getConformance", "Conformance classes", "Conformance"));
        paths.put("/api", get("Capabilities", "getApi", "API definition", List.of(), MediaTypes.OPEN_API, "Any"));
        paths.put("/qgis/truceline.qgs", project());
        paths.put("/functions", capability("getFunctions", "Functions for filters", "Any"));
        paths.put("/collections", capability("getCollections", "All collections", "Collections"));
        paths.put("/search", post("search", "Features of one collection, by a question in the body", "SearchOfOne"));
        OpenApiChanges.addPaths(layers, paths);
        OpenApiTiles.addPaths(paths);
        OpenApiStyles.addPaths(paths);
        OpenApiProcesses.addPaths(processes, paths);
        layers.forEach(layer -> addPaths(layer, paths));
        return paths;
    }

    private void addPaths(Layer layer, Map<String, Object> paths) {
        String collection = "/collections/" + BaseUrl.Resources.segment(layer.id());
        String id = layer.id();
        paths.put(collection, capability("describe:" + id, layer.title() + ": description", "Collection"));
        for (String kind :
                List.of(SchemasController.SCHEMA, SchemasController.QUERYABLES, SchemasController.SORTABLES)) {
            List<Object> format = List.of(parameterReference("f"));
            paths.put(
                    collection + "/" + kind,
                    get(
                            "Capabilities",
                            kind + ":" + id,
                            layer.title() + ": " + kind,
                            format,
                            MediaTypes.SCHEMA,
                            "Any"));
        }
        List<Object> parameters = parameters(layer, ItemsParameters.RESERVED);
        String items = layer.title() + ": features";
        Map<String, Object> page = get("Data", "getItems:" + id, items, parameters, OpenApiSchemas.page(items));
        paths.put(collection + "/items", page);
        paths.put(collection + "/search", post("search:" + id, items + ", by a question in the body", "Search"));
        List<Object> wholeParameters = parameters(layer, ItemsParameters.reservedOfWhole());
        wholeParameters.add(0, parameterReference(EXTENSION));
        String whole = layer.title() + ": all features in a file";
        paths.put(
                collection + "/export.{extension}",
                get("Data", "export:" + id, whole, wholeParameters, OpenApiSchemas.whole(whole)));
        paths.put(collection + "/" + CountsController.PATH, OpenApiCounts.operation(layer));
        List<Object> itemParameters = List.of(
                parameterReference("featureId"),
                parameterReference("crs"),
                parameterReference("asOf"),
                parameterReference("f"));
        String item = layer.title() + ": one feature";
        Map<String, Object> single = get("Data", "getItem:" + id, item, itemParameters, MediaTypes.GEO_JSON, "Feature");
        paths.put(collection + "/items/{featureId}", single);
        OpenApiEdits.addOperations(layer, page, single);
        if (layer.text().records().isPresent()) {
            List<Object> versionParameters = List.of(
                    parameterReference("featureId"),
                    parameterReference(ItemsParameters.LIMIT),
                    parameterReference(VersionsController.BEFORE),
                    parameterReference("f"));
            paths.put(
                    collection + "/items/{featureId}/versions",
                    get(
                            "Data",
                            "getVersions:" + id,
                            layer.title() + ": versions of one feature",
                            versionParameters,
                            MediaTypes.JSON,
                            "Any"));
        }
    }

    private static List<Object> parameters(Layer layer, Set<String> reserved) {
        List<Object> parameters = new ArrayList<>();
        reserved.forEach(
                name -> parameters.add(parameterReference(name.equals(FormatParameter.NAME) ? PAGE_FORMAT : name)));
        ItemsParameters.listQueryables(layer).forEach(property -> parameters.add(toParameter(property)));
        return parameters;
    }

    private static Map<String, Object> project() {
        Map<String, Object> content = object(
                QgisProjectController.MEDIA_TYPE, object("schema", object("type", "string", "format", "binary")));
        Map<String, Object> response = object("description", "The project", "content", content);
        return get("Capabilities", "getQgisProject", "Project for QGIS with all layers", List.of(), response);
    }

    private static Map<String, Object> capability(String operationId, String summary, String schema) {
        List<Object> parameters = List.of(parameterReference("f"));
        return get("Capabilities", operationId, summary, parameters, MediaTypes.JSON, schema);
    }

    static Map<String, Object> get(
            String tag, String operationId, String summary, List<Object> parameters, String mediaType, String schema) {
        return get(tag, operationId, summary, parameters, OpenApiSchemas.response(summary, mediaType, schema));
    }

    static Map<String, Object> get(
            String tag, String operationId, String summary, List<Object> parameters, Map<String, Object> response) {
        return object(
                "get",
                object(
                        "tags", List.of(tag),
                        "summary", summary,
                        "operationId", operationId,
                        "parameters", parameters,
                        "responses", OpenApiSchemas.responses(response)));
    }

    private static Map<String, Object> post(String operationId, String summary, String schema) {
        return object(
                "post",
                object(
                        "tags", List.of("Data"),
                        "summary", summary,
                        "operationId", operationId,
                        "requestBody", OpenApiSchemas.requestBody(schema),
                        "responses", OpenApiSchemas.responses(OpenApiSchemas.page(summary))));
    }

    static Map<String, Object> toParameter(Property property) {
        String description = property.title() + (property.description().isEmpty() ? "" : ": " + property.description());
        return queryParameter(property.name(), description, OpenApiSchemas.ofType(property.type()));
    }

    private static Map<String, Object> parameters() {
        Map<String, Object> degrees = object(
                "type", "array", "minItems", 4, "maxItems", 6, "items", object("type", "number", "format", "double"));
        Map<String, Object> limit = object(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                ItemsParameters.MAXIMUM_LIMIT,
                "default",
                ItemsParameters.DEFAULT_LIMIT);
        return object(
                ItemsParameters.LIMIT,
                queryParameter("limit", "How many features at the most", limit),
                ItemsParameters.BBOX,
                queryParameter(
                        "bbox",
                        "Features whose geometry meets the box west,south,east,north in degrees (CRS84)."
                                + " West greater than east: across the antimeridian.",
                        degrees),
                ItemsParameters.BBOX_CRS,
                queryParameter(
                        "bbox-crs", "The coordinate reference system of bbox, by its URI", schemaReference("Text")),
                ItemsParameters.CRS,
                queryParameter(
                        "crs", "The coordinate reference system of the answer, by its URI", schemaReference("Text")),
                ItemsParameters.DATETIME,
                queryParameter(
                        "datetime",
                        "Features whose time meets an instant, a whole UTC day, or an interval, such as"
                                + " 2021-04-28/2021-05-01 or 2021-04-29T14:00:00Z/..",
                        schemaReference("Text")),
                ItemsParameters.AS_OF,
                queryParameter(
                        "asOf",
                        "Features as they were known at an instant, such as 2021-05-01T12:00:00Z, for collections"
                                + " whose past is kept",
                        schemaReference("Text")),
                FilterParameter.FILTER,
                queryParameter("filter", "Features of which this is true, in CQL2", schemaReference("Text")),
                FilterParameter.LANGUAGE,
                queryParameter(
                        "filter-lang", "The language of the filter; cql2-text by default", schemaReference("Text")),
                FilterParameter.CRS,
                queryParameter(
                        "filter-crs",
                        "The coordinate reference system of the filter's geometries; CRS84 by default",
                        schemaReference("Text")),
                SortParameter.NAME,
                queryParameter(
                        "sortby",
                        "Names of properties, or functions such as distance(geom,POINT(70.6 40.1)), to sort by,"
                                + " between commas, - before one for descending order",
                        schemaReference("Text")),
                ItemsParameters.PROPERTIES,
                queryParameter(
                        "properties",
                        "Names of the properties that are wanted, between commas",
                        schemaReference("Text")),
                ItemsParameters.RESULT_TYPE,
                queryParameter(
                        "resultType",
                        "hits: only the number of features",
                        object("type", "string", "enum", List.of("results", "hits"))),
                ItemsParameters.AFTER,
                queryParameter(
                        "after", "Features after the one with this id; made by next links", schemaReference("Text")),
                VersionsController.BEFORE,
                queryParameter(
                        "before", "Versions known before this instant; made by next links", schemaReference("Text")),
                ItemsParameters.FORMAT,
                queryParameter("f", "The answer's format", object("type", "string", "enum", List.of("json", "html"))),
                PAGE_FORMAT,
                queryParameter(
                        "f", "The answer's format", object("type", "string", "enum", FormatParameter.pageValues())),
                "featureId",
                pathParameter("featureId", "The feature's id", object("type", "string")),
                EXTENSION,
                pathParameter(
                        EXTENSION,
                        "The format of the file",
                        object(
                                "type",
                                "string",
                                "enum",
                                Format.listForWholes().stream()
                                        .map(Format::extension)
                                        .toList())));
    }

    static Map<String, Object> pathParameter(String name, String description, Map<String, Object> schema) {
        return object("name", name, "in", "path", "description", description, "required", true, "schema", schema);
    }
}
