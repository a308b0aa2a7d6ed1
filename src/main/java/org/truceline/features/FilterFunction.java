package org.truceline.features;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function that filters may call.
 *
 * @param name in small letters; clients may write it in any case
 * @param description a sentence that tells the unit
 */
public record FilterFunction(String name, String description, List<Parameter> parameters, ValueType returns) {
    public FilterFunction {
        parameters = List.copyOf(parameters);
    }

    /** What the function is given. */
    public record Parameter(String name, ValueType type, String description) {}

    /** How it is called: {@code distance(geom, g)}. */
    public String signature() {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
