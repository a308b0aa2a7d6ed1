package org.truceline.processes;

import java.util.Map;
import java.util.Optional;

/** The inputs of one request, each of the type of its definition. */
public final class Inputs {
    private final Map<Input<?>, Object> values;

    Inputs(Map<Input<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of an input that is required or has a fallback. */
    public <T> T get(Input<T> input) {
        return find(input).orElseThrow(() -> new IllegalStateException("The input " + input.id() + " may be absent"));
    }

    /** The value of an input that may be absent. */
    @SuppressWarnings("unchecked") // Only an input's own type makes its values.
    public <T> Optional<T> find(Input<T> input) {
        return Optional.ofNullable((T) values.get(input)).or(input::fallback);
    }
}
