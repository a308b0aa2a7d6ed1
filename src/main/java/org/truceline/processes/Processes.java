package org.truceline.processes;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The processes that are offered. */
@Component
public class Processes {
    private final List<Computation> computations;

    Processes(List<Computation> computations) {
        this.computations = List.copyOf(computations);
    }

    public List<ProcessDescription> list() {
        return computations.stream().map(Computation::description).toList();
    }

    public Optional<Computation> find(String id) {
        return computations.stream()
                .filter(computation -> computation.description().id().equals(id))
                .findFirst();
    }
}
