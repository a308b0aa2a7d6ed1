package org.truceline.ceasefire;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has sightings held against rules in the background as long as the server runs. */
@Component
@ConditionalOnWebApplication
class ComplianceWorker implements SmartLifecycle {
    private final FindingStore store;
    private Optional<ComplianceShift> shift = Optional.empty();

    ComplianceWorker(FindingStore store) {
        this.store = store;
    }

    @Override
    public synchronized void start() {
        ComplianceShift begun = new ComplianceShift(store);
        begun.begin();
        shift = Optional.of(begun);
    }

    @Override
    public synchronized void stop() {
        shift.ifPresent(ComplianceShift::end);
        shift = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return shift.isPresent();
    }
}
