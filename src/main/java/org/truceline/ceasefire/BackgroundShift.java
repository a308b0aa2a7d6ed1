package org.truceline.ceasefire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A work between a start and a stop of the server, looked after every two seconds. A database that is away is waited for.
 */
final class BackgroundShift {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundShift.class);
    private static final long PAUSE_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final BackgroundWork work;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    BackgroundShift(BackgroundWork work) {
        this.work = work;
    }

    void begin() {
        Thread thread = new Thread(this::run, work.name());
        // A piece half done is no reason to stay: it is done again by the next shift, or by another server.
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        ending.countDown();
        opens(ended, PATIENCE_SECONDS);
    }

    private void run() {
        boolean failing = false;
        do {
            try {
                work.workOff(this::goesOn);
                failing = false;
            } catch (RuntimeException e) {
                // Once for each outage: the next try comes soon, and so would the next line.
                if (!failing && goesOn()) {
                    LOG.warn("Work on {} waits, the database did not answer as expected", work.name(), e);
                }
                failing = true;
            }
        } while (!opens(ending, PAUSE_SECONDS));
        ended.countDown();
    }

    private boolean goesOn() {
        return ending.getCount() > 0;
    }

    /** Whether a latch opens in time; an interrupt counts as that, since only a stopping server interrupts. */
    private static boolean opens(CountDownLatch latch, long seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
