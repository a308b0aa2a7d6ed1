package org.truceline.processes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One of the constants of an enumeration, by its name in small letters. */
public record ChoiceType<E extends Enum<E>>(Class<E> choices) implements ValueType<E> {
    @Override
    public Map<String, Object> schema() {
        return JsonObject.of("type", "string", "enum", names());
    }

    @Override
    public E read(JsonNode value) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> value.isString() && value.asString().equals(toJson(choice)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected is one of " + String.join(", ", names())));
    }

    @Override
    public String toJson(E choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Control control() {
        return new Control.Choice(names());
    }

    private List<String> names() {
        return Stream.of(choices.getEnumConstants()).map(this::toJson).toList();
    }

    /** As it is: in a form texts need no quotes. */
    @Override
    public JsonNode fromText(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
