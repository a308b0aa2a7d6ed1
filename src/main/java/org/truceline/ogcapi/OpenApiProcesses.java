package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.arrayOf;
import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.problem;
import static org.truceline.ogcapi.OpenApiSchemas.record;
import static org.truceline.ogcapi.OpenApiSchemas.schemaReference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truceline.processes.ProcessDescription;

/**
 * The part of the API's description that tells of processes. What each of them takes stands in its own description:
 * here it would make the document several times as long for clients that never ask for it.
 */
final class OpenApiProcesses {
    private static final String TAG = "Processes";

    private OpenApiProcesses() {}

    static void addPaths(List<ProcessDescription> processes, Map<String, Object> paths) {
        Map<String, Object> processId = OpenApiDocument.pathParameter(
                "processId",
                "The id of a process",
                object(
                        "type",
                        "string",
                        "enum",
                        processes.stream().map(ProcessDescription::id).toList()));
        paths.put(
                "/processes",
                get(
                        "getProcesses",
                        "Processes",
                        List.of(parameterReference("limit"), parameterReference("f")),
                        "ProcessList"));
        paths.put(
                "/processes/{processId}",
                get(
                        "getProcessDescription",
                        "A process: its inputs and outputs",
                        List.of(processId, parameterReference("f")),
                        "Process"));
        paths.put("/processes/{processId}/execution", object("post", execution(processId)));
    }

    private static Map<String, Object> get(String operationId, String summary, List<Object> parameters, String schema) {
        return OpenApiDocument.get(TAG, operationId, summary, parameters, MediaTypes.JSON, schema);
    }

    private static Map<String, Object> execution(Map<String, Object> processId) {
        Map<String, Object> anything = object("schema", object());
        Map<String, Object> results = object(
                "description",
                "One output as it is, several as parts, or a document of all",
                "content",
                object(
                        MediaTypes.JSON,
                        anything,
                        MediaTypes.GEO_JSON,
                        object("schema", schemaReference("Feature")),
                        "multipart/related",
                        object("schema", schemaReference("Text"))));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", results);
        responses.put("400", problem("The request is not understood"));
        responses.put("404", problem("There is no such process"));
        responses.put("413", problem("The request is too long"));
        responses.put("422", problem("There is no answer as exact as asked"));
        responses.put("503", problem("The server is busy with other computations"));
        responses.put("504", problem("The computation took too long"));
        return object(
                "tags",
                List.of(TAG),
                "summary",
                "Execution of a process",
                "operationId",
                "execute",
                "parameters",
                List.of(processId),
                "requestBody",
                object(
                        "required",
                        true,
                        "content",
                        object(MediaTypes.JSON, object("schema", schemaReference("Execute")))),
                "responses",
                responses);
    }

    static Map<String, Object> schemas() {
        Map<String, Object> text = object("type", "string");
        Map<String, Object> byId = object("type", "object", "additionalProperties", object());
        Map<String, Object> links = arrayOf(schemaReference("Link"));
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(
                "Process",
                record(
                        List.of("id", "version"),
                        "id",
                        text,
                        "title",
                        text,
                        "description",
                        text,
                        "version",
                        text,
                        "jobControlOptions",
                        arrayOf(text),
                        "outputTransmission",
                        arrayOf(text),
                        "inputs",
                        byId,
                        "outputs",
                        byId,
                        "links",
                        links));
        schemas.put(
                "ProcessList",
                record(
                        List.of("processes", "links"),
                        "processes",
                        arrayOf(schemaReference("Process")),
                        "links",
                        links));
        schemas.put(
                "Execute",
                object(
                        "type",
                        "object",
                        "properties",
                        object(
                                "inputs",
                                byId,
                                "outputs",
                                byId,
                                "response",
                                object("type", "string", "enum", List.of("raw", "document")))));
        return schemas;
    }
}
