package org.truceline.changes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The transactions whose changes a snapshot of the database sees, as PostgreSQL's {@code pg_snapshot} tells them.
 *
 * @param first the first that still ran; all before it had ended
 * @param next the first that hadn't begun
 * @param running those from {@code first} on that still ran, in order
 */
record SeenTransactions(long first, long next, List<Long> running) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):(\\d{1,18}):((?:\\d{1,18}(?:,\\d{1,18})*)?)");
    private static final Pattern COMMA = Pattern.compile(",");

    SeenTransactions {
        running = List.copyOf(running);
    }

    /**
     * Reads PostgreSQL's text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static SeenTransactions parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected is one that the server has given");
        }
        List<Long> running = parts.group(3).isEmpty()
                ? List.of()
                : Arrays.stream(COMMA.split(parts.group(3))).map(Long::valueOf).toList();
        SeenTransactions seen =
                new SeenTransactions(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), running);
        if (!seen.isInOrder()) {
            throw new IllegalArgumentException("expected is one that the server has given");
        }
        return seen;
    }

    private boolean isInOrder() {
        long before = first - 1;
        for (long transaction : running) {
            if (transaction <= before || transaction >= next) {
                return false;
            }
            before = transaction;
        }
        return first > 0 && first <= next;
    }

    /**
     * The same for all changes that the log held then. A transaction that has left no change yet counts as still to come:
     * after a crash PostgreSQL gives the numbers of those once more that left nothing behind.
     *
     * @param last the last transaction of which the log held a change
     */
    SeenTransactions upTo(long last) {
        long end = Math.min(next, last + 1);
        List<Long> stillRunning =
                running.stream().filter(transaction -> transaction < end).toList();
        return new SeenTransactions(Math.min(first, end), end, stillRunning);
    }

    /** Whether these are all that others are, and maybe more. */
    boolean cover(SeenTransactions others) {
        return others.next <= next && running.stream().noneMatch(others::hold);
    }

    private boolean hold(long transaction) {
        return transaction < next && !running.contains(transaction);
    }

    @Override
    public String toString() {
        return first + ":" + next + ":" + running.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
