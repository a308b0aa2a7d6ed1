package org.truceline.features;

import java.time.Instant;
import java.util.Optional;

/**
 * A span of time with both ends included; an absent end is open. An instant is a span whose ends are equal.
 *
 * <p>PostgreSQL counts time in microseconds, so a whole day ends one microsecond before the next.
 */
public record TimeInterval(Optional<Instant> start, Optional<Instant> end) {
    public TimeInterval {
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            throw new IllegalArgumentException("its start " + start.get() + " is later than its end " + end.get());
        }
    }
}
