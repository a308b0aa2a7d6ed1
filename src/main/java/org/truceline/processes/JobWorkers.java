package org.truceline.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does jobs, some at a time, as long as the server runs. */
@Component
class JobWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 5;
    private static final Duration EXPIRY = Duration.ofSeconds(30);

    private final JobQueue queue;
    private final Processes processes;
    private final ProcessSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private CountDownLatch ending = new CountDownLatch(0);
    private Instant nextExpiry = Instant.EPOCH;

    JobWorkers(JobQueue queue, Processes processes, ProcessSettings settings) {
        this.queue = queue;
        this.processes = processes;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        CountDownLatch begun = new CountDownLatch(1);
        for (int i = 0; i < settings.workers(); i++) {
            Thread thread = new Thread(() -> work(begun), "jobs-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        ending = begun;
    }

    private void work(CountDownLatch end) {
        boolean failing = false;
        do {
            try {
                expire();
                for (var job = queue.claim(); job.isPresent() && end.getCount() > 0; job = queue.claim()) {
                    new JobRun(queue, job.get(), processes, settings).run(() -> end.getCount() == 0);
                }
                failing = false;
            } catch (RuntimeException e) {
                // Once for each outage: the next try comes soon, and so would the next line.
                if (!failing && end.getCount() > 0) {
                    LOG.warn("Jobs wait, the database did not answer as expected", e);
                }
                failing = true;
            }
        } while (!opens(end));
    }

    private synchronized void expire() {
        if (Instant.now().isAfter(nextExpiry)) {
            nextExpiry = Instant.now().plus(EXPIRY);
            queue.expire();
        }
    }

    /** An interrupt counts as the end, since only a stopping server interrupts. */
    private static boolean opens(CountDownLatch end) {
        try {
            return end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until the jobs under way are given back. */
    @Override
    public synchronized void stop() {
        ending.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
