package org.truceline.ceasefire;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lease of a job, renewed for as long as the job is worked on. */
final class AreaLease {
    private static final Logger LOG = LoggerFactory.getLogger(AreaLease.class);
    /** Three tries within one lease. */
    private static final int PERIOD_SECONDS = AreaQueue.LEASE_SECONDS / 3;

    private AreaLease() {}

    /** Does the work, and renews the job's lease meanwhile. */
    static void during(Runnable work, AreaQueue queue, AreaJob job) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(AreaLease::thread);
        try {
            var unused = clock.scheduleAtFixedRate(
                    () -> renew(queue, job), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
            work.run();
        } finally {
            clock.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "withdrawal-area-lease");
        thread.setDaemon(true);
        return thread;
    }

    private static void renew(AreaQueue queue, AreaJob job) {
        try {
            queue.renew(job);
        } catch (RuntimeException e) {
            // The next try may reach the database; if none does, the result won't be stored.
            LOG.debug("The lease of {} could not be renewed", job.area(), e);
        }
    }
}
