package org.truceline.cql2;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value that knows where it begins. */
sealed interface Json {
    Position position();

    /** What it is, for a sentence. */
    String words();

    record Members(Map<String, Json> members, Position position) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        Optional<Json> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        Json get(String name) {
            return find(name)
                    .orElseThrow(() -> new Cql2ParseException(
                            position, "the object has no member \"" + name + "\"", "the member \"" + name + "\""));
        }

        @Override
        public String words() {
            return "an object with " + (members.isEmpty() ? "nothing" : String.join(", ", members.keySet()));
        }
    }

    record Elements(List<Json> elements, Position position) implements Json {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public String words() {
            return "an array of " + elements.size();
        }
    }

    record Words(String text, Position position) implements Json {
        @Override
        public String words() {
            return "the text " + Cql2ParseException.quoted(text);
        }
    }

    record Figure(BigDecimal value, Position position) implements Json {
        @Override
        public String words() {
            return "a number";
        }
    }

    record Flag(boolean value, Position position) implements Json {
        @Override
        public String words() {
            return String.valueOf(value);
        }
    }

    record Nothing(Position position) implements Json {
        @Override
        public String words() {
            return "null";
        }
    }

    /** An array, or the fault that it is none. */
    default List<Json> elements(String expected) {
        if (this instanceof Elements array) {
            return array.elements();
        }
        throw fault(expected);
    }

    default String text(String expected) {
        if (this instanceof Words words) {
            return words.text();
        }
        throw fault(expected);
    }

    default double number() {
        if (this instanceof Figure figure) {
            return figure.value().doubleValue();
        }
        throw fault("a number");
    }

    default Cql2ParseException fault(String expected) {
        return new Cql2ParseException(position(), "there is " + words(), expected);
    }
}
