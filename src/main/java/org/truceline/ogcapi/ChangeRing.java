package org.truceline.ogcapi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.truceline.changes.ChangeCursor;

/**
 * The latest changes, written once for all who listen. Each of them has a place here, a number; whoever falls behind the
 * oldest reads from the change log instead.
 */
final class ChangeRing {
    private static final int SIZE = 4_096;

    private final ChangeEvent[] events = new ChangeEvent[SIZE];
    private ChangeCursor end;
    private long first;
    private long next;

    /** Begins where everything up to a place in the change log has been told. */
    ChangeRing(ChangeCursor end) {
        this.end = end;
    }

    /**
     * Behind the latest change.
     *
     * @param cursor the same in the change log
     */
    record End(long place, ChangeCursor cursor) {}

    synchronized End end() {
        return new End(next, end);
    }

    /**
     * Adds what follows.
     *
     * @param newEnd behind all of these in the change log, or farther
     */
    synchronized void add(List<ChangeEvent> following, ChangeCursor newEnd) {
        for (ChangeEvent event : following) {
            events[(int) (next % SIZE)] = event;
            next++;
        }
        first = Math.max(first, next - SIZE);
        end = newEnd;
    }

    /** The change at a place that the ring {@link #holds}; empty where it is still to come. */
    synchronized Optional<ChangeEvent> find(long place) {
        return place == next ? Optional.empty() : Optional.of(Objects.requireNonNull(events[(int) (place % SIZE)]));
    }

    synchronized boolean holds(long place) {
        return place >= first;
    }
}
