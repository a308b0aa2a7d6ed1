package org.truceline.ceasefire;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on findings: of new sightings, and of those whose rule, line or report has moved. */
final class ComplianceWork implements BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(ComplianceWork.class);

    private final FindingStore store;

    ComplianceWork(FindingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "compliance";
    }

    @Override
    public void workOff(BooleanSupplier goesOn) {
        store.dropNeedless();
        boolean more = true;
        while (more && goesOn.getAsBoolean()) {
            more = store.findNext().filter(this::workOn).isPresent();
        }
    }

    /** Whether anything was found; not where the zone has moved since it was read. */
    private boolean workOn(Zone zone) {
        List<Sighting> sightings = store.listDue(zone);
        if (!sightings.isEmpty()) {
            Assessment assessment = Assessment.within(zone);
            sightings.forEach(sighting -> store.save(zone.key(), sighting, assessment.of(sighting)));
            LOG.debug("{}: {} sightings", zone.key(), sightings.size());
        }
        return !sightings.isEmpty();
    }
}
