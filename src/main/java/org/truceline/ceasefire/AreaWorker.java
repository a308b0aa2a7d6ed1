package org.truceline.ceasefire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Computes withdrawal areas in the background as long as the server runs: what is missing at first, and later whatever an
 * edit has made stale. A database that is away is waited for.
 */
@Component
@ConditionalOnWebApplication
class AreaWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AreaWorker.class);
    private static final long PAUSE_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final AreaQueue queue;
    private final AreaProperties settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    AreaWorker(AreaQueue queue, AreaProperties settings) {
        this.queue = queue;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        Thread thread = new Thread(this::run, "withdrawal-areas");
        // An area half computed is no reason to stay: its job is free again once the connection is gone.
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        awaitQuietly(stopped, PATIENCE_SECONDS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        AreaComputation computation = new AreaComputation(settings.toleranceMeters());
        boolean failing = false;
        do {
            try {
                workOff(computation);
                failing = false;
            } catch (RuntimeException e) {
                // Once for each outage: the next try comes in two seconds, and so would the next line.
                if (!failing && running) {
                    LOG.warn("Withdrawal areas wait, the database did not answer as expected", e);
                }
                failing = true;
            }
        } while (!awaitQuietly(stopping, PAUSE_SECONDS));
        stopped.countDown();
    }

    private void workOff(AreaComputation computation) {
        queue.refresh();
        boolean more = true;
        while (more && running) {
            more = queue.work(input -> computeAndTell(computation, input));
        }
    }

    private static AreaResult computeAndTell(AreaComputation computation, AreaInput input) {
        long start = System.nanoTime();
        AreaResult result = computation.compute(input);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (result instanceof AreaResult.Failure failure) {
            LOG.warn("No withdrawal area for {} along {}: {}", input.rule(), input.alignment(), failure.reason());
        } else {
            LOG.info("Withdrawal area for {} along {} computed in {} ms", input.rule(), input.alignment(), millis);
        }
        return result;
    }

    /** Whether the latch opened in time; an interrupt counts as that, since only a stopping server interrupts. */
    private static boolean awaitQuietly(CountDownLatch latch, long seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
