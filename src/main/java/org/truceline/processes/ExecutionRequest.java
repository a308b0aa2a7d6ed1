package org.truceline.processes;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants computed.
 *
 * @param inputs checked
 * @param wanted outputs of the process, in its order
 */
public record ExecutionRequest(Inputs inputs, List<Output> wanted, ResponseForm response) {
    static final String INPUTS = "inputs";
    static final String OUTPUTS = "outputs";
    static final String RESPONSE = "response";

    public ExecutionRequest {
        wanted = List.copyOf(wanted);
    }

    /**
     * What is wanted of all that came out: one or more.
     *
     * @throws ProcessFailure.NoAnswer if there is none of it
     */
    List<OutputValue> selected(List<OutputValue> values) {
        List<OutputValue> selected =
                values.stream().filter(value -> wanted.contains(value.output())).toList();
        if (selected.isEmpty()) {
            throw new ProcessFailure.NoAnswer("With these inputs none of the outputs that were asked for has a value.");
        }
        return selected;
    }

    /**
     * Reads the body of an execute request.
     *
     * @param json the text of it
     * @throws ProcessFailure.InvalidInput if it is none, or none that this process can do
     */
    public static ExecutionRequest read(String json, ProcessDescription process) {
        return new RequestReader(process).read(json);
    }

    /**
     * The body of a request whose inputs stand in the fields of a form, texts as they are and all others in JSON. Empty
     * fields are inputs that are absent.
     */
    public static String ofForm(Map<String, String> fields, ProcessDescription process) {
        ObjectNode inputs = JsonMapper.shared().createObjectNode();
        fields.forEach((id, text) -> {
            if (!text.isBlank()) {
                JsonNode value = process.findInput(id)
                        .map(input -> input.type().fromText(text.strip()))
                        .orElseGet(() -> JsonNodeFactory.instance.stringNode(text));
                inputs.set(id, value);
            }
        });
        return JsonMapper.shared().createObjectNode().set(INPUTS, inputs).toString();
    }
}
