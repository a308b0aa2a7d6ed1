package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;

import java.util.List;
import java.util.Map;

/** The part of the API's description that tells of the change feed. */
final class OpenApiChanges {
    private OpenApiChanges() {}

    static void addPaths(Map<String, Object> paths) {
        Map<String, Object> events = object(MediaTypes.EVENTS, object("schema", object("type", "string")));
        Map<String, Object> understood =
                object("description", "Server-sent events, one for each change, without an end", "content", events);
        Map<String, Object> from = queryParameter(
                ChangesController.LAST_EVENT_ID,
                "The id of the last event that was read, as the header Last-Event-ID says it",
                object("type", "string"));
        paths.put(
                ChangesController.PATH,
                object(
                        "get",
                        object(
                                "tags", List.of("Data"),
                                "summary", "Changes to the collections, as they happen",
                                "operationId", "getChanges",
                                "parameters", List.of(parameterReference(CollectionsParameter.NAME), from),
                                "responses", OpenApiSchemas.responses(understood))));
    }
}
