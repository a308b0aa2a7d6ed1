package org.truceline.processes;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A whole number within bounds, both included. */
public record IntegerType(int least, int most) implements ValueType<Integer> {
    @Override
    public Map<String, Object> schema() {
        return JsonObject.of("type", "integer", "minimum", least, "maximum", most);
    }

    @Override
    public Integer read(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw new IllegalArgumentException("expected is a whole number from " + least + " to " + most);
        }
        return value.asInt();
    }
}
