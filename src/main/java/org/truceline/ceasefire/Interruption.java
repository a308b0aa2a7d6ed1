package org.truceline.ceasefire;

import java.util.concurrent.CancellationException;

/** Ends long work that nobody waits for any more. */
final class Interruption {
    private Interruption() {}

    /** @throws CancellationException if this thread was interrupted */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The computation was stopped");
        }
    }
}
