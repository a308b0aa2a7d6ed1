package org.truceline.processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.truceline.processes.ProcessFailure.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads execute requests for one process. What is not known is an error: nothing is left out in silence. */
final class RequestReader {
    private static final String BODY = "body";
    private static final Set<String> MEMBERS =
            Set.of(ExecutionRequest.INPUTS, ExecutionRequest.OUTPUTS, ExecutionRequest.RESPONSE);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ProcessDescription process;

    RequestReader(ProcessDescription process) {
        this.process = process;
    }

    ExecutionRequest read(String json) {
        JsonNode request = parse(json);
        if (!request.isObject()) {
            throw new InvalidInput(BODY, "The body is no JSON object; expected is one with the member inputs.");
        }
        request.propertyNames().forEach(RequestReader::requireKnown);
        return new ExecutionRequest(
                inputs(object(request, ExecutionRequest.INPUTS)),
                outputs(object(request, ExecutionRequest.OUTPUTS)),
                response(request.path(ExecutionRequest.RESPONSE)));
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            // The parser's advice on its own settings is not for whoever wrote the request.
            String fault =
                    notJson.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(": enable.*", "");
            throw new InvalidInput(BODY, "The body is not JSON: " + fault + ".");
        }
    }

    private static void requireKnown(String member) {
        if (member.equals("subscriber")) {
            throw new InvalidInput(
                    member,
                    "The server calls nobody back; expected is no subscriber. Ask for the job's status instead.");
        }
        if (!MEMBERS.contains(member)) {
            throw new InvalidInput(
                    member,
                    "The member " + Quote.of(member)
                            + " is not known here; expected are inputs, outputs and response.");
        }
    }

    private static JsonNode object(JsonNode request, String name) {
        JsonNode value = request.path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            throw new InvalidInput(name, "The member \"" + name + "\" is no object; expected is one by ids.");
        }
        return value;
    }

    private Inputs inputs(JsonNode given) {
        String known = process.inputs().stream().map(Input::id).collect(Collectors.joining(", "));
        for (String id : given.propertyNames()) {
            if (process.findInput(id).isEmpty()) {
                throw new InvalidInput(
                        ExecutionRequest.INPUTS + "." + id,
                        "The process \"" + process.id() + "\" has no input " + Quote.of(id) + "; expected are " + known
                                + ".");
            }
        }
        Map<Input<?>, Object> values = new LinkedHashMap<>();
        for (Input<?> input : process.inputs()) {
            if (given.has(input.id())) {
                values.put(input, read(input, given.path(input.id())));
            } else if (input.isRequired()) {
                throw InvalidInput.of(input, "it is missing, and nothing can be computed without it");
            }
        }
        return new Inputs(values);
    }

    private static Object read(Input<?> input, JsonNode given) {
        try {
            return input.type().read(InlineValue.of(given));
        } catch (IllegalArgumentException refused) {
            throw InvalidInput.of(input, String.valueOf(refused.getMessage()));
        }
    }

    private List<Output> outputs(JsonNode wanted) {
        if (wanted.isEmpty()) {
            return process.outputs();
        }
        List<Output> outputs = new ArrayList<>();
        for (String id : wanted.propertyNames()) {
            Output output = process.findOutput(id)
                    .orElseThrow(() -> fault(
                            id,
                            "The process \"" + process.id() + "\" has no output " + Quote.of(id) + "; expected are "
                                    + process.outputs().stream().map(Output::id).collect(Collectors.joining(", "))));
            requireOffered(output, wanted.path(id));
            outputs.add(output);
        }
        return outputs;
    }

    private static void requireOffered(Output output, JsonNode how) {
        String mediaType = how.path("format").path("mediaType").asString(output.mediaType());
        if (!mediaType.equals(output.mediaType())) {
            throw fault(
                    output.id(),
                    "The output \"" + output.id() + "\" does not come as " + Quote.of(mediaType) + "; expected is "
                            + output.mediaType());
        }
        String transmission = how.path("transmissionMode").asString("value");
        if (!transmission.equals("value")) {
            throw fault(
                    output.id(),
                    "The output \"" + output.id() + "\" does not come by " + Quote.of(transmission)
                            + "; expected is the transmissionMode value");
        }
    }

    private static InvalidInput fault(String output, String problem) {
        return new InvalidInput(ExecutionRequest.OUTPUTS + "." + output, problem + ".");
    }

    private static ResponseForm response(JsonNode given) {
        return switch (given.asString("raw")) {
            case "raw" -> ResponseForm.RAW;
            case "document" -> ResponseForm.DOCUMENT;
            default ->
                throw new InvalidInput(
                        ExecutionRequest.RESPONSE,
                        "The member \"response\" is " + Quote.of(given.toString()) + "; expected is raw or document.");
        };
    }
}
