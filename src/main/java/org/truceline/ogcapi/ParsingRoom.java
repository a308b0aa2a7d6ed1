package org.truceline.ogcapi;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.truceline.ogcapi.RequestFailure.Busy;

/**
 * Room for the texts that are being parsed. While a parser is at it, each character takes some hundred bytes, so that a
 * few long filters at a time would take all of a small server's memory; they come one after the other.
 */
final class ParsingRoom {
    private static final int CHARACTERS = SearchBody.LONGEST;
    private static final long SECONDS_TO_WAIT = 10;

    private static final Semaphore ROOM = new Semaphore(CHARACTERS, true);

    private ParsingRoom() {}

    /**
     * Parses the text as soon as there is room for it.
     *
     * @throws Busy if there is none for long
     */
    static <T> T parse(String text, Function<String, T> parser) {
        int share = Math.min(text.length(), CHARACTERS);
        take(share);
        try {
            return parser.apply(text);
        } finally {
            ROOM.release(share);
        }
    }

    private static void take(int share) {
        try {
            if (!ROOM.tryAcquire(share, SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
