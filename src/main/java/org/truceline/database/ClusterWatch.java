package org.truceline.database;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a private cluster's PostgreSQL again where it has ended by itself, as when the machine ran out of memory: at the
 * same port, so that whoever asks it finds it again.
 */
final class ClusterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final long LOOK_MILLISECONDS = 500;
    private static final int MOST_DOUBLINGS = 6;

    private final Postmaster postmaster;
    private final int port;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "postgres-watch");
        made.setDaemon(true);
        return made;
    });
    private int failures;
    private Instant nextTry = Instant.MIN;

    private ClusterWatch(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
    }

    static ClusterWatch begin(Postmaster postmaster, int port) {
        ClusterWatch watch = new ClusterWatch(postmaster, port);
        ScheduledFuture<?> unused = watch.thread.scheduleWithFixedDelay(
                watch::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        if (postmaster.isRunning() || Instant.now().isBefore(nextTry)) {
            return;
        }
        LOG.error("PostgreSQL has ended by itself; it is started again");
        if (isStarted()) {
            LOG.info("PostgreSQL runs again");
            failures = 0;
        } else {
            // Twice as long each time, up to a minute.
            nextTry = Instant.now().plus(Duration.ofSeconds(1L << Math.min(failures++, MOST_DOUBLINGS)));
        }
    }

    private boolean isStarted() {
        try {
            return postmaster.startAgain(port);
        } catch (IOException | RuntimeException failure) {
            // Whatever it is, it must not end the watch.
            LOG.error("PostgreSQL could not be started again: {}", failure.getMessage());
            return false;
        }
    }

    /** Ends the watch, once a start that is under way is through. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(Postmaster.START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
