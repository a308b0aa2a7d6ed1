package org.truceline.ceasefire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A work between a start and a stop of the server. What there is to do is looked for every two seconds, or less often where
 * looking takes long: a tenth of the time is spent on it at the most. A database that is away is waited for.
 */
final class BackgroundShift {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundShift.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int LOOKS_IN_A_PAUSE = 9;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

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
        opens(ended, PATIENCE_NANOS);
    }

    private void run() {
        boolean failing = false;
        long pause;
        do {
            pause = PAUSE_NANOS;
            try {
                pause = Math.max(PAUSE_NANOS, LOOKS_IN_A_PAUSE * workOff());
                failing = false;
            } catch (RuntimeException e) {
                // Once for each outage: the next try comes soon, and so would the next line.
                if (!failing && goesOn()) {
                    LOG.warn("Work on {} waits, the database did not answer as expected", work.name(), e);
                }
                failing = true;
            }
        } while (!opens(ending, pause));
        ended.countDown();
    }

    /** @return for how many nanoseconds it was looked in vain at last */
    private long workOff() {
        long start;
        boolean more;
        do {
            start = System.nanoTime();
            more = work.work(this::goesOn);
        } while (more && goesOn());
        return System.nanoTime() - start;
    }

    private boolean goesOn() {
        return ending.getCount() > 0;
    }

    /** Whether a latch opens in time; an interrupt counts as that, since only a stopping server interrupts. */
    private static boolean opens(CountDownLatch latch, long nanos) {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
