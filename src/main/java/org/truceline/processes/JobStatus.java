package org.truceline.processes;

/** Where a job is (OGC API – Processes Part 1, §7.12). */
public enum JobStatus {
    /** It waits for its turn. */
    ACCEPTED,
    RUNNING,
    SUCCESSFUL,
    FAILED,

    /** Whoever asked for it does not want it any more. */
    DISMISSED;

    /** Whether it will change no more. */
    public boolean isFinal() {
        return this != ACCEPTED && this != RUNNING;
    }
}
