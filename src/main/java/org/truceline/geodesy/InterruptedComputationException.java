package org.truceline.geodesy;

/** The thread that began a computation was interrupted, and nobody waits for the result any more. */
public final class InterruptedComputationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InterruptedComputationException() {
        super("The computation was stopped");
    }
}
