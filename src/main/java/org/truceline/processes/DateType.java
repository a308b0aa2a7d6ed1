package org.truceline.processes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A day. */
public record DateType() implements ValueType<LocalDate> {
    @Override
    public Map<String, Object> schema() {
        return JsonObject.of("type", "string", "format", "date");
    }

    @Override
    public LocalDate read(JsonNode value) {
        try {
            return LocalDate.parse(value.asString(""));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("expected is a day, such as \"2021-04-29\"", none);
        }
    }

    @Override
    public Object toJson(LocalDate value) {
        return value.toString();
    }

    /** As it is: in a form texts need no quotes. */
    @Override
    public JsonNode fromText(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
