package org.truceline.processes;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values that an input can have: described in JSON Schema, and read by the same terms. */
public interface ValueType<T> {
    /** In the part of JSON Schema that OpenAPI 3.0 knows, as OGC API – Processes 1.0 has it. */
    Map<String, Object> schema();

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException with what was expected, if it is none
     */
    T read(JsonNode value);

    /** The value that people write in a form, as JSON that is yet to be read: a number, a list, an object. */
    default JsonNode fromText(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    /** A value of this type as JSON: what {@link #read} takes. */
    default Object toJson(T value) {
        return value;
    }

    /** How people give it in a form. */
    default Control control() {
        return new Control.Line();
    }

    /** A field of a form. */
    sealed interface Control {
        /** A short text or a number. */
        record Line() implements Control {
            @Override
            public String name() {
                return "line";
            }
        }

        /** JSON or many lines. */
        record Area() implements Control {
            @Override
            public String name() {
                return "area";
            }
        }

        record Choice(List<String> options) implements Control {
            public Choice {
                options = List.copyOf(options);
            }

            @Override
            public String name() {
                return "choice";
            }
        }

        /** Which template draws it. */
        String name();
    }
}
