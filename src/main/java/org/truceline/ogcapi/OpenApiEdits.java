package org.truceline.ogcapi;

import static org.truceline.ogcapi.OpenApiSchemas.object;
import static org.truceline.ogcapi.OpenApiSchemas.parameterReference;
import static org.truceline.ogcapi.OpenApiSchemas.problem;
import static org.truceline.ogcapi.OpenApiSchemas.queryParameter;
import static org.truceline.ogcapi.OpenApiSchemas.schemaReference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.truceline.layers.Layer;

/** What OpenAPI says of the methods that write features. */
final class OpenApiEdits {
    private static final String ANY_BODY = "Any";

    private OpenApiEdits() {}

    /** Adds them to the paths of a layer's features, where it can be edited. */
    static void addOperations(Layer layer, Map<String, Object> items, Map<String, Object> item) {
        if (layer.text().edited().isEmpty()) {
            return;
        }
        String id = layer.id();
        Map<String, Object> feature = schemaReference("Feature");
        Map<String, Object> oneOrMany = object("oneOf", List.of(feature, schemaReference("FeatureCollection")));
        items.put(
                "post",
                write(
                        "create:" + id,
                        layer.title() + ": create a feature, or all those of a FeatureCollection or none",
                        List.of(),
                        content(EditBody.WHOLE, oneOrMany),
                        object("201", created())));
        Map<String, Object> done = object("204", object("description", "It is done"));
        List<Object> ofOne = List.of(parameterReference("featureId"), ifMatch());
        item.put(
                "put",
                write(
                        "replace:" + id,
                        layer.title() + ": replace a feature",
                        ofOne,
                        content(EditBody.WHOLE, feature),
                        done));
        item.put(
                "patch",
                write(
                        "update:" + id,
                        layer.title() + ": change a feature",
                        ofOne,
                        content(EditBody.PATCH, schemaReference(ANY_BODY)),
                        done));
        item.put("delete", write("delete:" + id, layer.title() + ": delete a feature", ofOne, object(), done));
    }

    /** One by its URL in a header, several by a list of them. */
    private static Map<String, Object> created() {
        Map<String, Object> text = schemaReference("Text");
        Map<String, Object> one = OpenApiSchemas.record(
                List.of("id", "rev", "href"), "id", text, "rev", object("type", "integer"), "href", text);
        return object(
                "description",
                "Created: a feature, at Location; or those of a FeatureCollection, in its order",
                "headers",
                object(HttpHeaders.LOCATION, object("schema", text)),
                "content",
                object(
                        MediaTypes.JSON,
                        object(
                                "schema",
                                OpenApiSchemas.record(List.of("created"), "created", OpenApiSchemas.arrayOf(one)))));
    }

    private static Map<String, Object> content(List<String> mediaTypes, Map<String, Object> schema) {
        Map<String, Object> content = object();
        mediaTypes.forEach(type -> content.put(type, object("schema", schema)));
        return content;
    }

    private static Map<String, Object> ifMatch() {
        return header(HttpHeaders.IF_MATCH, "The feature's ETag: it is edited only while it is in this state");
    }

    private static Map<String, Object> header(String name, String description) {
        return object(
                "name",
                name,
                "in",
                "header",
                "description",
                description,
                "required",
                false,
                "schema",
                schemaReference("Text"));
    }

    private static Map<String, Object> write(
            String operationId,
            String summary,
            List<Object> parameters,
            Map<String, Object> content,
            Map<String, Object> done) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(queryParameter(EditedFeature.REASON, "Why, for the history", schemaReference("Text")));
        all.add(header(
                IdempotencyKey.HEADER,
                "Of your making, one for each request, such as a UUID: sent again with it, a request is done once and"
                        + " answered the same"));
        Map<String, Object> operation = object("tags", List.of("Data"), "summary", summary, "operationId", operationId);
        if (!content.isEmpty()) {
            all.add(header(
                    EditController.CONTENT_CRS, "The coordinate reference system of the body, by its URI in <>"));
            operation.put("requestBody", object("required", true, "content", content));
        }
        operation.put("parameters", all);
        Map<String, Object> responses = object();
        responses.putAll(done);
        responses.putAll(object(
                "400",
                problem("The body, a header or a parameter is not understood"),
                "401",
                problem("Nobody has signed in"),
                "404",
                problem("There is no such feature"),
                "409",
                problem("Others have changed the same, the id is taken, or the same request is still under way"),
                "412",
                problem("The feature is not in the state that If-Match names"),
                "413",
                problem("The body is too long, or holds more than " + EditedBatch.MOST + " features"),
                "415",
                problem("The body is of another media type"),
                "422",
                problem("What is sent can't be kept as it is, errors lists why; or the key is another request's")));
        operation.put("responses", responses);
        return operation;
    }
}
