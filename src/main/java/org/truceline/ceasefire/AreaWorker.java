package org.truceline.ceasefire;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has withdrawal areas computed in the background as long as the server runs. */
@Component
@ConditionalOnWebApplication
class AreaWorker implements SmartLifecycle {
    private final AreaQueue queue;
    private final AreaInputs inputs;
    private final AreaProperties settings;
    private Optional<AreaShift> shift = Optional.empty();

    AreaWorker(AreaQueue queue, AreaInputs inputs, AreaProperties settings) {
        this.queue = queue;
        this.inputs = inputs;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        AreaShift begun = new AreaShift(queue, inputs, new AreaComputation(settings.toleranceMeters()));
        begun.begin();
        shift = Optional.of(begun);
    }

    @Override
    public synchronized void stop() {
        shift.ifPresent(AreaShift::end);
        shift = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return shift.isPresent();
    }
}
