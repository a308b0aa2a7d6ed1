package org.truceline.processes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job from its beginning to its end. It computes in a thread of its own, which ends with it: an interrupt that comes
 * late can't hit another job. The thread that runs this looks after it.
 */
final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final long LOOK_AFTER_MILLIS = 250;
    private static final long LOOKS_A_RENEWAL = 2;
    private static final int WHOLE = 100;

    private final JobQueue queue;
    private final ClaimedJob job;
    private final AtomicInteger percent = new AtomicInteger();
    private final FutureTask<List<OutputValue>> computing;
    private final Instant latest;

    JobRun(JobQueue queue, ClaimedJob job, Processes processes, ProcessSettings settings) {
        this.queue = queue;
        this.job = job;
        this.computing = new FutureTask<>(() -> compute(processes));
        this.latest = Instant.now().plus(settings.jobs().longest());
    }

    private List<OutputValue> compute(Processes processes) {
        Computation computation = processes
                .find(job.process())
                .orElseThrow(() ->
                        new ProcessFailure.NoAnswer("The process " + job.process() + " is not offered any more."));
        ExecutionRequest request = ExecutionRequest.read(job.request(), computation.description());
        return request.selected(computation.compute(request.inputs(), this::tell));
    }

    private void tell(double share) {
        percent.accumulateAndGet((int) (WHOLE * share), Math::max);
    }

    /** @param isStopping whether the server stops, and the job is to be given back */
    void run(BooleanSupplier isStopping) {
        Thread thread = new Thread(computing, "job-" + job.id());
        thread.setDaemon(true);
        thread.start();
        try {
            for (long look = 1; !hasEnded(); look++) {
                if (isStopping.getAsBoolean()) {
                    queue.giveBack(job);
                    return;
                }
                if (Instant.now().isAfter(latest)) {
                    queue.fail(job, tooLong());
                    return;
                }
                // Also a failed renewal is an answer: nobody can tell any more whose job it is.
                if (look % LOOKS_A_RENEWAL == 0 && !queue.renew(job, Math.min(percent.get(), WHOLE - 1))) {
                    return;
                }
            }
        } finally {
            thread.interrupt();
        }
    }

    private static JobFailure tooLong() {
        return new JobFailure(
                JobFailure.Kind.TOOK_TOO_LONG, "", "The computation took longer than jobs may, and was stopped.");
    }

    private boolean hasEnded() {
        try {
            queue.succeed(job, computing.get(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS));
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            JobFailure failure = JobFailure.of(Objects.requireNonNullElse(failed.getCause(), failed));
            if (failure.kind() == JobFailure.Kind.BROKEN) {
                LOG.error("The job {} of the process {} failed", job.id(), job.process(), failed.getCause());
            }
            queue.fail(job, failure);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            queue.giveBack(job);
            return true;
        }
    }
}
