package org.truceline.processes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Which of somebody's jobs are wanted, latest first.
 *
 * @param processes those of these; empty for all
 * @param statuses those in one of these; empty for all
 * @param created both ends included
 * @param seconds how long they took, or have taken
 * @param page which part of the list
 */
public record JobFilter(
        List<String> processes,
        List<JobStatus> statuses,
        Span<Optional<Instant>> created,
        Span<OptionalDouble> seconds,
        Page page) {
    public JobFilter {
        processes = List.copyOf(processes);
        statuses = List.copyOf(statuses);
    }

    /** From one value to another. */
    public record Span<T>(T from, T to) {}

    /** At most so many jobs, after the one with this id. */
    public record Page(int limit, Optional<UUID> after) {}
}
