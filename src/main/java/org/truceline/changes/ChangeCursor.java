package org.truceline.changes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the change log. Transactions commit in another order than that of their numbers, so a place is not one
 * number but the set of transactions whose changes lie behind it: what a snapshot saw, and what a later one saw besides, up
 * to one change.
 *
 * @param epoch in which numbers of transactions mean what they do here
 * @param seen all of these lie behind
 * @param reading of what these saw besides, in the order of their numbers, some lie behind
 * @param transaction the last of which a change lies behind; 0 where none does
 * @param change twice the number of the last of its changes that lies behind; one less where only some of what that
 *     change did lies behind
 */
public record ChangeCursor(
        String epoch, SeenTransactions seen, SeenTransactions reading, long transaction, long change) {
    private static final int LONGEST = 8_000;

    /** Behind each change that a transaction can make; even, and its digits are as many as are read again. */
    private static final long EACH_CHANGE = 999_999_999_999_999_998L;

    private static final Pattern TEXT = Pattern.compile(
            "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9:,]+)(?:/([0-9:,]+)/(\\d{1,18})/(\\d{1,18}))?");

    /** Behind all that a snapshot saw. */
    static ChangeCursor after(String epoch, SeenTransactions seen) {
        return new ChangeCursor(epoch, seen, seen, 0, 0);
    }

    /** Where the same goes on, to what a later snapshot sees. */
    ChangeCursor towards(SeenTransactions later) {
        return new ChangeCursor(epoch, seen, later, 0, 0);
    }

    /** Behind all that a change did. */
    ChangeCursor behind(long lastTransaction, long lastChange) {
        return new ChangeCursor(epoch, seen, reading, lastTransaction, 2 * lastChange);
    }

    /** Behind some of what a change did. Whoever goes on from here hears all of it again. */
    ChangeCursor within(long lastTransaction, long lastChange) {
        return new ChangeCursor(epoch, seen, reading, lastTransaction, 2 * lastChange - 1);
    }

    /** Behind all changes of a transaction. */
    ChangeCursor behind(long lastTransaction) {
        return new ChangeCursor(epoch, seen, reading, lastTransaction, EACH_CHANGE);
    }

    boolean isWithinChange() {
        return change % 2 == 1;
    }

    /** Whether all that a change did, of those that are being read, lies behind. */
    boolean isBehind(long ofTransaction, long ofChange) {
        return ofTransaction < transaction || (ofTransaction == transaction && 2 * ofChange <= change);
    }

    /** Behind all that it was reading. */
    ChangeCursor atEnd() {
        return after(epoch, reading);
    }

    /** Whether nothing lies behind another one that doesn't lie behind this. */
    public boolean covers(ChangeCursor other) {
        return epoch.equals(other.epoch) && seen.cover(other.reading);
    }

    /** Whether it is behind all that was being read. */
    public boolean isAtEnd() {
        return seen.equals(reading);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ChangeCursor parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            throw new IllegalArgumentException("expected is the id of an event of this feed");
        }
        SeenTransactions seen = SeenTransactions.parse(parts.group(2));
        if (parts.group(3) == null) {
            return after(parts.group(1), seen);
        }
        return new ChangeCursor(
                parts.group(1),
                seen,
                SeenTransactions.parse(parts.group(3)),
                Long.parseLong(parts.group(4)),
                Long.parseLong(parts.group(5)));
    }

    /** Opaque to whoever gets it; without spaces. */
    @Override
    public String toString() {
        return isAtEnd() ? epoch + "/" + seen : epoch + "/" + seen + "/" + reading + "/" + transaction + "/" + change;
    }
}
