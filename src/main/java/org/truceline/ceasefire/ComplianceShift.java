package org.truceline.ceasefire;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on findings between a start and a stop of the server: of new sightings, and of those whose rule, line or report
 * has moved. A database that is away is waited for.
 */
final class ComplianceShift {
    private static final Logger LOG = LoggerFactory.getLogger(ComplianceShift.class);
    private static final long PAUSE_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final FindingStore store;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    ComplianceShift(FindingStore store) {
        this.store = store;
    }

    void begin() {
        Thread thread = new Thread(this::run, "compliance");
        // Findings half computed are no reason to stay: the next shift begins with them.
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        ending.countDown();
        opens(ended, PATIENCE_SECONDS);
    }

    private void run() {
        boolean failing = false;
        do {
            try {
                workOff();
                failing = false;
            } catch (RuntimeException e) {
                // Once for each outage: the next try comes soon, and so would the next line.
                if (!failing && ending.getCount() > 0) {
                    LOG.warn("Compliance waits, the database did not answer as expected", e);
                }
                failing = true;
            }
        } while (!opens(ending, PAUSE_SECONDS));
        ended.countDown();
    }

    /** Works off all that is due. */
    void workOff() {
        store.dropNeedless();
        boolean more = true;
        while (more && ending.getCount() > 0) {
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

    /** Whether a latch opens in time; an interrupt counts as that, since only a stopping server interrupts. */
    private static boolean opens(CountDownLatch latch, long seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
