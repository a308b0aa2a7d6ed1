package org.truceline.processes;

import java.util.List;
import java.util.Optional;

/**
 * What a process takes and gives.
 *
 * @param label its id is the one in addresses
 * @param inputs in the order in which people are asked for them
 * @param outputs at least one
 */
public record ProcessDescription(Label label, List<Input<?>> inputs, List<Output> outputs) {
    public ProcessDescription {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    public String id() {
        return label.id();
    }

    Optional<Input<?>> findInput(String id) {
        return inputs.stream().filter(input -> input.id().equals(id)).findFirst();
    }

    Optional<Output> findOutput(String id) {
        return outputs.stream().filter(output -> output.id().equals(id)).findFirst();
    }
}
