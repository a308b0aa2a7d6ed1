package org.truceline.processes;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A text, not empty. */
public record TextType(int longest) implements ValueType<String> {
    @Override
    public Map<String, Object> schema() {
        return JsonObject.of("type", "string", "minLength", 1, "maxLength", longest);
    }

    @Override
    public String read(JsonNode value) {
        if (!value.isString() || value.asString().isEmpty() || value.asString().length() > longest) {
            throw new IllegalArgumentException("expected is a text of 1 to " + longest + " characters");
        }
        return value.asString();
    }

    /** As it is: in a form texts need no quotes. */
    @Override
    public JsonNode fromText(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
