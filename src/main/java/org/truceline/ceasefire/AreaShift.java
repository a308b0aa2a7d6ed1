package org.truceline.ceasefire;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on withdrawal areas between a start and a stop of the server: what is missing at first, and later whatever an
 * edit has made stale. A database that is away is waited for.
 */
final class AreaShift {
    private static final Logger LOG = LoggerFactory.getLogger(AreaShift.class);
    private static final long PAUSE_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final AreaQueue queue;
    private final AreaInputs inputs;
    private final AreaComputation computation;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    AreaShift(AreaQueue queue, AreaInputs inputs, AreaComputation computation) {
        this.queue = queue;
        this.inputs = inputs;
        this.computation = computation;
    }

    void begin() {
        Thread thread = new Thread(this::run, "withdrawal-areas");
        // An area half computed is no reason to stay: its job is free again once the lease is over.
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
                workOff();
                failing = false;
            } catch (RuntimeException e) {
                // Once for each outage: the next try comes soon, and so would the next line.
                if (!failing && ending.getCount() > 0) {
                    LOG.warn("Withdrawal areas wait, the database did not answer as expected", e);
                }
                failing = true;
            }
        } while (!opens(ending, PAUSE_SECONDS));
        ended.countDown();
    }

    private void workOff() {
        boolean more = true;
        while (more && ending.getCount() > 0) {
            // What is made of areas can be queued once these are there.
            queue.refresh();
            more = false;
            for (var job = queue.claim(); job.isPresent(); job = next()) {
                more = true;
                workOn(job.get());
            }
        }
    }

    private Optional<AreaJob> next() {
        return ending.getCount() > 0 ? queue.claim() : Optional.empty();
    }

    private void workOn(AreaJob job) {
        try {
            AreaLease.during(() -> compute(job), queue, job);
        } catch (RuntimeException e) {
            giveBack(job, e);
            throw e;
        }
    }

    private void compute(AreaJob job) {
        // Nothing to read when its rule has gone between our queueing and our taking it.
        inputs.find(job.area())
                .ifPresentOrElse(input -> queue.finish(job, input, computeAndTell(input)), () -> queue.drop(job));
    }

    /** At once where the database can be reached; else the lease runs out. */
    private void giveBack(AreaJob job, RuntimeException failure) {
        try {
            queue.giveBack(job);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private AreaResult computeAndTell(AreaInput input) {
        long start = System.nanoTime();
        AreaResult result = computation.compute(input);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (result instanceof AreaResult.Failure failure) {
            LOG.warn("No withdrawal area {}: {}", input.area(), failure.reason());
        } else {
            LOG.info("Withdrawal area {} computed in {} ms", input.area(), millis);
        }
        return result;
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
