package org.truceline.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A list of whole numbers. */
record IntegersType(int longest) implements ValueType<List<Long>> {
    @Override
    public Map<String, Object> schema() {
        return JsonObject.of("type", "array", "items", JsonObject.of("type", "integer"), "maxItems", longest);
    }

    @Override
    public List<Long> read(JsonNode value) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : value) {
            if (number.isIntegralNumber() && number.canConvertToLong()) {
                numbers.add(number.asLong());
            }
        }
        if (!value.isArray() || value.size() > longest || numbers.size() < value.size()) {
            throw new IllegalArgumentException(
                    "expected is a list of at most " + longest + " whole numbers of 64 bits");
        }
        return List.copyOf(numbers);
    }
}
