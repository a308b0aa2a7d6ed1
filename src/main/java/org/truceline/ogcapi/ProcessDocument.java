package org.truceline.ogcapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.processes.Input;
import org.truceline.processes.Label;
import org.truceline.processes.Output;
import org.truceline.processes.ProcessDescription;
import tools.jackson.databind.json.JsonMapper;

/** Processes as OGC API – Processes describes them (Part 1, §7.7, §7.9 and §8). */
final class ProcessDocument {
    private static final String VERSION = "1.0.0";

    private ProcessDocument() {}

    /** What the list of processes tells of one. */
    static Map<String, Object> summary(ProcessDescription process, Resources resources) {
        Map<String, Object> document = head(process);
        document.put(
                "links",
                List.of(new Link(
                        resources.process(process.id()),
                        "self",
                        MediaTypes.JSON,
                        process.label().title())));
        return document;
    }

    /** All that there is to tell. */
    static Map<String, Object> whole(ProcessDescription process, Resources resources) {
        String self = resources.process(process.id());
        Map<String, Object> document = head(process);
        Map<String, Object> inputs = new LinkedHashMap<>();
        process.inputs().forEach(input -> inputs.put(input.id(), describe(input)));
        document.put("inputs", inputs);
        Map<String, Object> outputs = new LinkedHashMap<>();
        process.outputs().forEach(output -> outputs.put(output.id(), describe(output)));
        document.put("outputs", outputs);
        document.put(
                "links",
                List.of(
                        new Link(self, "self", MediaTypes.JSON, "This document"),
                        Link.html(FormatParameter.html(self)),
                        new Link(
                                resources.execution(process.id()),
                                "http://www.opengis.net/def/rel/ogc/1.0/execute",
                                MediaTypes.JSON,
                                "Execution, by POST"),
                        new Link(resources.processes(), "up", MediaTypes.JSON, "Processes")));
        return document;
    }

    private static Map<String, Object> head(ProcessDescription process) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", process.id());
        name(document, process.label());
        document.put("version", VERSION);
        document.put("jobControlOptions", List.of("sync-execute", "async-execute", "dismiss"));
        document.put("outputTransmission", List.of("value"));
        return document;
    }

    private static Map<String, Object> describe(Input<?> input) {
        Map<String, Object> document = new LinkedHashMap<>();
        name(document, input.label());
        document.put("minOccurs", input.isRequired() ? 1 : 0);
        document.put("maxOccurs", 1);
        Map<String, Object> schema = new LinkedHashMap<>(input.schema());
        if (!input.example().isEmpty()) {
            schema.put("example", JsonMapper.shared().readTree(input.example()));
        }
        document.put("schema", schema);
        return document;
    }

    private static Map<String, Object> describe(Output output) {
        Map<String, Object> document = new LinkedHashMap<>();
        name(document, output.label());
        document.put("schema", output.schema());
        return document;
    }

    private static void name(Map<String, Object> document, Label label) {
        document.put("title", label.title());
        document.put("description", label.description());
    }
}
