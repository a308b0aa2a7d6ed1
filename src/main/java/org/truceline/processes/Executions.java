package org.truceline.processes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.truceline.processes.ProcessFailure.Busy;
import org.truceline.processes.ProcessFailure.TookTooLong;

/** Computes while somebody waits: a few at a time, each within a limit of time, after which it is stopped. */
@Component
public class Executions implements DisposableBean {
    private static final long SECONDS_TO_WAIT = 10;
    private static final long LOOK_AFTER_MILLIS = 500;

    private final ProcessSettings settings;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newCachedThreadPool(Executions::thread);

    Executions(ProcessSettings settings) {
        this.settings = settings;
        this.room = new Semaphore(settings.workers(), true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "process");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Computes the outputs that are wanted, as far as the inputs give reason for them: one or more.
     *
     * @param hasLeft whether whoever asked is gone, and nobody waits any more
     * @throws ProcessFailure if there are none
     */
    public List<OutputValue> run(Computation computation, ExecutionRequest request, BooleanSupplier hasLeft) {
        try {
            if (!room.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new Busy("The server is busy with other computations just now.");
            }
            Future<List<OutputValue>> running = threads.submit(() -> {
                try {
                    return computation.compute(request.inputs(), share -> {});
                } finally {
                    room.release();
                }
            });
            return request.selected(await(running, hasLeft));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy("The server is stopping.");
        }
    }

    private List<OutputValue> await(Future<List<OutputValue>> running, BooleanSupplier hasLeft)
            throws InterruptedException {
        Instant latest = Instant.now().plus(settings.patience());
        try {
            Optional<List<OutputValue>> values = Optional.empty();
            while (values.isEmpty()) {
                if (hasLeft.getAsBoolean()) {
                    throw new Busy("The client has left.");
                } else if (Instant.now().isAfter(latest)) {
                    throw new TookTooLong("The computation took longer than "
                            + settings.patience().toSeconds()
                            + " s and was stopped; ask for it with \"Prefer: respond-async\", as a job.");
                }
                values = look(running);
            }
            return values.get();
        } finally {
            running.cancel(true);
        }
    }

    private static Optional<List<OutputValue>> look(Future<List<OutputValue>> running) throws InterruptedException {
        try {
            return Optional.of(running.get(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
