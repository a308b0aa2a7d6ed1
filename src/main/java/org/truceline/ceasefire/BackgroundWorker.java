package org.truceline.ceasefire;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Has a work done in the background as long as the server runs. */
final class BackgroundWorker implements SmartLifecycle {
    private final Supplier<BackgroundWork> work;
    private Optional<BackgroundShift> shift = Optional.empty();

    /** @param work made anew for each shift: the last one may still be at its end when the next begins */
    BackgroundWorker(Supplier<BackgroundWork> work) {
        this.work = work;
    }

    @Override
    public synchronized void start() {
        BackgroundShift begun = new BackgroundShift(work.get());
        begun.begin();
        shift = Optional.of(begun);
    }

    @Override
    public synchronized void stop() {
        shift.ifPresent(BackgroundShift::end);
        shift = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return shift.isPresent();
    }
}
