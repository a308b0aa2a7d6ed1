package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;

import java.util.List;
import java.util.Map;
import org.truceline.layers.Layer;

/** The part of the API's description that tells of changes: the feed, and what became of each collection. */
final class OpenApiChanges {
    private OpenApiChanges() {}

    static void addPaths(List<Layer> layers, Map<String, Object> paths) {
        paths.put(ChangesController.PATH, feed());
        layers.forEach(layer -> paths.put(
                "/collections/" + BaseUrl.Resources.segment(layer.id()) + ChangesController.PATH, delta(layer)));
    }

    private static Map<String, Object> feed() {
        Map<String, Object> events = object(MediaTypes.EVENTS, object("schema", object("type", "string")));
        Map<String, Object> understood =
                object("description", "Server-sent events, one for each change, without an end", "content", events);
        Map<String, Object> from = queryParameter(
                ChangesController.LAST_EVENT_ID,
                "The id of the last event that was read, as the header Last-Event-ID says it",
                object("type", "string"));
        return get(
                "getChanges",
                "Changes to the collections, as they happen",
                List.of(parameterReference(CollectionsParameter.NAME), from),
                OpenApiSchemas.responses(understood));
    }

    private static Map<String, Object> delta(Layer layer) {
        Map<String, Object> since = queryParameter(
                DeltaController.SINCE,
                "The cursor of the answer before; without it, the answer tells the present one",
                object("type", "string"));
        String summary = layer.title() + ": changes since a place";
        Map<String, Object> responses =
                OpenApiSchemas.responses(OpenApiSchemas.response(summary, MediaTypes.JSON, "Any"));
        responses.put("410", OpenApiSchemas.problem("What was changed since is not known: read all items anew"));
        return get("getChanges:" + layer.id(), summary, List.of(since), responses);
    }

    private static Map<String, Object> get(
            String operationId, String summary, List<Object> parameters, Map<String, Object> responses) {
        return object(
                "get",
                object(
                        "tags", List.of("Data"),
                        "summary", summary,
                        "operationId", operationId,
                        "parameters", parameters,
                        "responses", responses));
    }
}
