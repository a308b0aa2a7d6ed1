package org.truceline.processes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A computation that nobody waits for: it is asked after by its id, which nobody can guess and whoever has it may use.
 *
 * @param message why it failed
 * @param progress percent
 */
public record Job(UUID id, String process, JobStatus status, Optional<String> message, int progress, Times times) {
    /**
     * When something happened to it.
     *
     * @param started when it was begun for the first time
     */
    public record Times(Instant created, Optional<Instant> started, Optional<Instant> finished, Instant updated) {}
}
