package org.truceline.styles;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of a definition, as YAML has it. A field that nobody reads is a mistake of whoever wrote it, and so is one that is
 * missing: both are told with the part they stand in.
 */
final class Fields {
    private final String where;
    private final Map<?, ?> fields;

    /** Where in a list of values ours stands. */
    private final int place;

    private final Set<Object> unread;

    Fields(String where, Object fields) {
        this(where, fields, 0);
    }

    private Fields(String where, Object fields, int place) {
        this.where = where;
        this.fields = require(Map.class, fields, where);
        this.place = place;
        this.unread = new LinkedHashSet<>(this.fields.keySet());
    }

    /** The same, where lists of values mean the one at this place, and begin anew at their end. */
    Fields at(int newPlace) {
        return new Fields(where, fields, newPlace);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return find(name, this::asText).orElseThrow(() -> missing(name));
    }

    Optional<String> findText(String name) {
        return find(name, this::asText);
    }

    double number(String name) {
        return find(name, this::asNumber).orElseThrow(() -> missing(name));
    }

    double number(String name, double otherwise) {
        return find(name, this::asNumber).orElse(otherwise);
    }

    boolean truth(String name) {
        return find(name, value -> require(Boolean.class, value, where + "." + name))
                .orElse(false);
    }

    Optional<Fields> findPart(String name) {
        return find(name, value -> new Fields(where + "." + name, value, place));
    }

    /** A list of parts; empty where there is none. */
    List<Fields> parts(String name) {
        unread.remove(name);
        Object list = fields.get(name);
        return list == null
                ? List.of()
                : ((List<?>) require(List.class, list, where + "." + name))
                        .stream()
                                .map(part -> new Fields(where + "." + name, part, place))
                                .toList();
    }

    List<String> texts(String name) {
        unread.remove(name);
        Object list = fields.get(name);
        return list == null
                ? List.of()
                : ((List<?>) require(List.class, list, where + "." + name))
                        .stream().map(this::asText).toList();
    }

    /** A list of numbers, or the one at our place in a list of such lists; empty where there is none. */
    List<Double> numbers(String name) {
        unread.remove(name);
        Object list = fields.get(name);
        if (list == null) {
            return List.of();
        }
        List<?> values = require(List.class, list, where + "." + name);
        boolean isChoice = values.get(0) instanceof List;
        List<?> numbers = isChoice ? (List<?>) values.get(place % values.size()) : values;
        return numbers.stream().map(this::asNumber).toList();
    }

    /** To be asked when all is read. */
    void requireAllRead() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(where + " has " + unread + ", which means nothing there");
        }
    }

    private <T> Optional<T> find(String name, Function<Object, T> reading) {
        unread.remove(name);
        Object value = fields.get(name);
        if (value instanceof List<?> choice) {
            return Optional.of(reading.apply(choice.get(place % choice.size())));
        }
        return value == null ? Optional.empty() : Optional.of(reading.apply(value));
    }

    private String asText(Object value) {
        return require(String.class, value, where);
    }

    private Double asNumber(Object value) {
        return require(Number.class, value, where).doubleValue();
    }

    IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(where + " has no " + name);
    }

    private static <T> T require(Class<T> type, Object value, String where) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(where + " has \"" + value + "\"; expected is a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
