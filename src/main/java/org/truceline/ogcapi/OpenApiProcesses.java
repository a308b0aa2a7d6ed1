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
        addJobs(paths);
    }

    private static void addJobs(Map<String, Object> paths) {
        Map<String, Object> jobId =
                OpenApiDocument.pathParameter("jobId", "The id of a job", object("type", "string", "format", "uuid"));
        List<Object> ofJob = List.of(jobId, parameterReference("f"));
        paths.put("/jobs", get("getJobs", "Jobs that were asked for from your address", listParameters(), "JobList"));
        Map<String, Object> job = new LinkedHashMap<>(get("getStatus", "A job: how far it is", ofJob, "StatusInfo"));
        job.put("delete", dismissal(jobId));
        paths.put("/jobs/{jobId}", job);
        paths.put("/jobs/{jobId}/results", get("getResult", "What came out of a job", ofJob, "Any"));
        Map<String, Object> outputId =
                OpenApiDocument.pathParameter("outputId", "The id of an output", object("type", "string"));
        paths.put(
                "/jobs/{jobId}/results/{outputId}",
                get("getOutput", "One of several outputs of a job", List.of(jobId, outputId), "Any"));
    }

    private static Map<String, Object> dismissal(Map<String, Object> jobId) {
        String summary = "Dismissal of a job that waits or runs; removal of one that has ended";
        return object(
                "tags",
                List.of(TAG),
                "summary",
                summary,
                "operationId",
                "dismiss",
                "parameters",
                List.of(jobId),
                "responses",
                OpenApiSchemas.responses(OpenApiSchemas.response(summary, MediaTypes.JSON, "StatusInfo")));
    }

    private static List<Object> listParameters() {
        Map<String, Object> texts = arrayOf(object("type", "string"));
        Map<String, Object> seconds = object("type", "integer", "minimum", 0);
        return List.of(
                OpenApiSchemas.queryParameter(JobListParameters.TYPE, "Types of jobs: process", texts),
                OpenApiSchemas.queryParameter(JobListParameters.PROCESS, "Ids of processes", texts),
                OpenApiSchemas.queryParameter(JobListParameters.STATUS, "accepted, running, …", texts),
                OpenApiSchemas.queryParameter(
                        JobListParameters.DATETIME, "When it was asked for", object("type", "string")),
                OpenApiSchemas.queryParameter(JobListParameters.LEAST_SECONDS, "Took at least so long", seconds),
                OpenApiSchemas.queryParameter(JobListParameters.MOST_SECONDS, "Took at most so long", seconds),
                OpenApiSchemas.queryParameter(
                        ItemsParameters.LIMIT,
                        "How many jobs at the most",
                        object(
                                "type",
                                "integer",
                                "minimum",
                                1,
                                "maximum",
                                ItemsParameters.MAXIMUM_LIMIT,
                                "default",
                                JobListParameters.DEFAULT_LIMIT)),
                parameterReference("f"));
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
        responses.put(
                "201",
                object(
                        "description",
                        "With Prefer: respond-async, a job; Location leads to it",
                        "content",
                        object(MediaTypes.JSON, object("schema", schemaReference("StatusInfo")))));
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
        Map<String, Object> time = object("type", "string", "format", "date-time");
        schemas.put(
                "StatusInfo",
                record(
                        List.of("jobID", "status", "type"),
                        "processID",
                        text,
                        "type",
                        object("type", "string", "enum", List.of("process")),
                        "jobID",
                        text,
                        "status",
                        object(
                                "type",
                                "string",
                                "enum",
                                List.of("accepted", "running", "successful", "failed", "dismissed")),
                        "message",
                        text,
                        "created",
                        time,
                        "started",
                        time,
                        "finished",
                        time,
                        "updated",
                        time,
                        "progress",
                        object("type", "integer", "minimum", 0, "maximum", 100),
                        "links",
                        links));
        schemas.put(
                "JobList",
                record(List.of("jobs", "links"), "jobs", arrayOf(schemaReference("StatusInfo")), "links", links));
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
