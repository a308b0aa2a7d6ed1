package org.truceline.processes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that a process is given.
 *
 * @param type how its values are described and read
 * @param isRequired whether the process computes nothing without it
 * @param fallback what it is taken for where it is absent
 * @param example a value that it can have, in JSON
 */
public record Input<T>(Label label, ValueType<T> type, boolean isRequired, Optional<T> fallback, String example) {
    /** One without which nothing is computed. */
    public static <T> Input<T> required(Label label, ValueType<T> type, String example) {
        return new Input<>(label, type, true, Optional.empty(), example);
    }

    /** One that may be absent. */
    public static <T> Input<T> optional(Label label, ValueType<T> type, String example) {
        return new Input<>(label, type, false, Optional.empty(), example);
    }

    /** One whose absence means a value. */
    public static <T> Input<T> withFallback(Label label, ValueType<T> type, T fallback) {
        return new Input<>(label, type, false, Optional.of(fallback), "");
    }

    public String id() {
        return label.id();
    }

    /** The example as it stands in a form: texts without quotes. */
    public String exampleInForm() {
        return example.startsWith("\"") ? JsonMapper.shared().readTree(example).asString() : example;
    }

    /** Which values it may have, in JSON Schema, with the one that its absence means. */
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(type.schema());
        fallback.ifPresent(value -> schema.put("default", type.toJson(value)));
        return schema;
    }
}
