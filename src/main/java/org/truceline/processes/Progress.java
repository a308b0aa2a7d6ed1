package org.truceline.processes;

/** Hears how far a computation has come. May be told by several threads, and of less than before. */
@FunctionalInterface
public interface Progress {
    /**
     * Hears of one step.
     *
     * @param share of the whole that is done, from 0 to 1
     */
    void reached(double share);
}
