package org.truceline.ceasefire;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on withdrawal areas: what is missing at first, and later whatever an edit has made stale. */
final class AreaWork implements BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(AreaWork.class);

    private final AreaQueue queue;
    private final AreaInputs inputs;
    private final AreaComputation computation;

    AreaWork(AreaQueue queue, AreaInputs inputs, AreaComputation computation) {
        this.queue = queue;
        this.inputs = inputs;
        this.computation = computation;
    }

    @Override
    public String name() {
        return "withdrawal-areas";
    }

    @Override
    public boolean work(BooleanSupplier goesOn) {
        // What is made of areas can be queued once these are there: the next time.
        queue.refresh();
        boolean any = false;
        for (var job = queue.claim(); job.isPresent(); job = next(goesOn)) {
            any = true;
            workOn(job.get());
        }
        return any;
    }

    private Optional<AreaJob> next(BooleanSupplier goesOn) {
        return goesOn.getAsBoolean() ? queue.claim() : Optional.empty();
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
}
