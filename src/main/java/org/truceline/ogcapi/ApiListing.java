package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.truceline.layers.Layer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenAPI document as a list to read.
 *
 * @param shared the parameters that many operations know; these name them only
 */
record ApiListing(List<Parameter> shared, List<Section> sections) {
    /** Operations on one subject. */
    record Section(String title, List<Operation> operations) {}

    /**
     * An operation.
     *
     * @param names of the shared parameters that it knows
     * @param own the parameters that are its own
     */
    record Operation(String method, String path, String summary, List<String> names, List<Parameter> own) {}

    record Parameter(String name, String type, String description) {
        static Parameter of(JsonNode parameter) {
            return new Parameter(
                    parameter.path("name").asString(),
                    type(parameter.path("schema")),
                    parameter.path("description").asString(""));
        }

        private static String type(JsonNode schema) {
            List<String> values =
                    schema.path("enum").valueStream().map(JsonNode::asString).toList();
            return values.isEmpty() ? TypeInWords.of(schema) : String.join(" or ", values);
        }
    }

    static ApiListing of(Map<String, Object> openApi, List<Layer> layers) {
        JsonNode document = JsonMapper.shared().valueToTree(openApi);
        List<Operation> rest = new ArrayList<>(listOperations(document));
        List<Section> sections = new ArrayList<>();
        for (Layer layer : layers) {
            String collection = "/collections/" + BaseUrl.Resources.segment(layer.id());
            List<Operation> itsOwn = rest.stream()
                    .filter(operation -> operation.path().equals(collection)
                            || operation.path().startsWith(collection + "/"))
                    .toList();
            rest.removeAll(itsOwn);
            sections.add(new Section(layer.title(), itsOwn));
        }
        sections.add(0, new Section("The server", List.copyOf(rest)));
        List<Parameter> shared = document.at("/components/parameters")
                .valueStream()
                .map(Parameter::of)
                .toList();
        return new ApiListing(shared, List.copyOf(sections));
    }

    private static List<Operation> listOperations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    List<JsonNode> parameters = StreamSupport.stream(
                                    operation.path("parameters").spliterator(), false)
                            .toList();
                    operations.add(new Operation(
                            method.toUpperCase(java.util.Locale.ROOT),
                            path,
                            operation.path("summary").asString(""),
                            parameters.stream()
                                    .filter(parameter -> parameter.has("$ref"))
                                    .map(parameter ->
                                            parameter.path("$ref").asString().replaceFirst(".*/", ""))
                                    .toList(),
                            parameters.stream()
                                    .filter(parameter -> !parameter.has("$ref"))
                                    .map(Parameter::of)
                                    .toList()));
                }));
        return operations;
    }
}
