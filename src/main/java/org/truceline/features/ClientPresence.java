package org.truceline.features;

import java.util.function.BooleanSupplier;

/** Tells whether whoever asked is still there. */
public interface ClientPresence {
    /**
     * Looks after the client whose question this thread answers.
     *
     * @return whether the client has left; may be asked by another thread, as long as this one answers the question
     */
    BooleanSupplier hasLeft();
}
