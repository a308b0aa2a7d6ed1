package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;
import static org.truceline.ogcapi.OpenApiSchemas.schemaReference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.truceline.layers.Layer;
import org.truceline.tiles.TileMatrixSet;

/**
 * The tiles' part of the API's description (OGC API – Tiles Part 1, §14). Their paths are the same for all collections:
 * nobody has to read from here what a tile can be asked by, as {@code queryables} tells it.
 */
final class OpenApiTiles {
    static final String COLLECTION = "collectionId";
    private static final String SET = "tileMatrixSetId";
    private static final String TILESET_FORMAT = "tilesetFormat";
    private static final List<String> PLACE = List.of("tileMatrix", "tileRow", "tileCol");

    private OpenApiTiles() {}

    static void addPaths(Map<String, Object> paths) {
        paths.put(
                "/tileMatrixSets",
                json("getTileMatrixSets", "Tile matrix sets", List.of(parameterReference(FormatParameter.NAME))));
        paths.put(
                "/tileMatrixSets/{tileMatrixSetId}",
                json(
                        "getTileMatrixSet",
                        "A tile matrix set",
                        List.of(parameterReference(SET), parameterReference(FormatParameter.NAME))));
        addPaths(
                "",
                ".dataset.vector.",
                "all collections",
                List.of(parameterReference(CollectionsParameter.NAME)),
                paths);
        addPaths(
                "/collections/{collectionId}",
                ".collection.vector.",
                "a collection",
                List.of(parameterReference(COLLECTION)),
                paths);
    }

    private static void addPaths(
            String resource, String operations, String what, List<Object> given, Map<String, Object> paths) {
        List<Object> listed = new ArrayList<>(given);
        listed.add(parameterReference(FormatParameter.NAME));
        paths.put(resource + "/tiles", json(operations + "getTileSetsList", "Tilesets of " + what, listed));
        List<Object> tileset = new ArrayList<>(given);
        tileset.add(parameterReference(SET));
        List<Object> described = new ArrayList<>(tileset);
        described.add(parameterReference(TILESET_FORMAT));
        paths.put(
                resource + "/tiles/{tileMatrixSetId}",
                json(operations + "getTileSet", "A tileset of " + what, described));
        List<Object> tile = new ArrayList<>(tileset);
        PLACE.forEach(name -> tile.add(parameterReference(name)));
        tile.add(parameterReference(ItemsParameters.DATETIME));
        tile.add(parameterReference(ItemsParameters.AS_OF));
        if (!resource.isEmpty()) {
            TileParameters.OF_LAYER.stream()
                    .filter(name -> !TileParameters.OF_ALL.contains(name))
                    .forEach(name -> tile.add(parameterReference(name)));
        }
        Map<String, Object> content =
                object(MediaTypes.VECTOR_TILE, object("schema", object("type", "string", "format", "binary")));
        Map<String, Object> responses =
                OpenApiSchemas.responses(object("description", "A vector tile", "content", content));
        paths.put(
                resource + "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                operation(operations + "getTile", "A vector tile of " + what, tile, responses));
    }

    private static Map<String, Object> json(String operationId, String summary, List<Object> parameters) {
        Map<String, Object> content = object(
                MediaTypes.JSON, object("schema", schemaReference("Any")),
                MediaTypes.HTML, object("schema", object("type", "string")));
        Map<String, Object> understood = object("description", summary, "content", content);
        return operation(operationId, summary, parameters, OpenApiSchemas.responses(understood));
    }

    private static Map<String, Object> operation(
            String operationId, String summary, List<Object> parameters, Map<String, Object> responses) {
        return object(
                "get",
                object(
                        "tags", List.of("Tiles"),
                        "summary", summary,
                        "operationId", operationId,
                        "parameters", parameters,
                        "responses", responses));
    }

    static void addParameters(List<Layer> layers, Map<String, Object> parameters) {
        List<String> ids = layers.stream().map(Layer::id).toList();
        Map<String, Object> text = object("type", "string");
        parameters.put(
                CollectionsParameter.NAME,
                queryParameter(
                        CollectionsParameter.NAME,
                        "Ids of the collections that are wanted; all of them by default",
                        object("type", "array", "items", text)));
        parameters.put(
                COLLECTION,
                OpenApiDocument.pathParameter(
                        COLLECTION,
                        "The collection's id",
                        ids.isEmpty() ? text : object("type", "string", "enum", ids)));
        List<String> sets =
                Arrays.stream(TileMatrixSet.values()).map(TileMatrixSet::id).toList();
        parameters.put(
                SET,
                OpenApiDocument.pathParameter(SET, "How the world is cut", object("type", "string", "enum", sets)));
        parameters.put(
                TILESET_FORMAT,
                queryParameter(
                        FormatParameter.NAME,
                        "json: tileset metadata; html: a page with a map; tilejson: TileJSON 3",
                        object(
                                "type",
                                "string",
                                "enum",
                                List.of(FormatParameter.JSON, FormatParameter.HTML, TilesetsController.TILE_JSON))));
        for (String name : PLACE) {
            Map<String, Object> whole = object("type", "integer", "minimum", 0);
            if (name.equals("tileMatrix")) {
                whole.put("maximum", TileMatrixSet.LAST_MATRIX);
            }
            parameters.put(name, OpenApiDocument.pathParameter(name, "Where the tile is", whole));
        }
    }
}
