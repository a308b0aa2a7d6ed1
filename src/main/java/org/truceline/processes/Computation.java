package org.truceline.processes;

import java.util.List;

/** A process: it says what it takes and gives, and computes it. Whatever bean implements this is offered. */
public interface Computation {
    ProcessDescription description();

    /**
     * Computes the outputs, by several threads at a time for different requests.
     *
     * <p>An interrupt of the thread means that nobody waits for them any more: whoever computes for long ends soon after
     * it, with any exception.
     *
     * @param inputs all those that are required, each checked by its own type
     * @param progress told now and then how far it is
     * @return outputs of the description; those that the inputs give no reason for are left out
     * @throws ProcessFailure.InvalidInput if the inputs do not fit each other or what is computed
     * @throws ProcessFailure.NoAnswer if they are right and still nothing comes out
     */
    List<OutputValue> compute(Inputs inputs, Progress progress);
}
