package org.truceline.processes;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A number within bounds, both included. */
public record NumberType(double least, double most) implements ValueType<Double> {
    @Override
    public Map<String, Object> schema() {
        return JsonObject.of("type", "number", "minimum", least, "maximum", most);
    }

    @Override
    public Double read(JsonNode value) {
        double number = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException("expected is a number from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
