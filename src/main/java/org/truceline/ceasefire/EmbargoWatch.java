package org.truceline.ceasefire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets incidents out whose embargo has ended: an edit like any other, which whoever keeps answers gets to know. */
@Component
class EmbargoWatch {
    private static final Logger LOG = LoggerFactory.getLogger(EmbargoWatch.class);

    /** The trigger of the table finds the new state by itself. */
    private static final String LET_OUT =
            "UPDATE ceasefire.incident SET embargo_until = embargo_until WHERE is_embargoed AND embargo_until <= now()";

    private final JdbcClient jdbc;

    EmbargoWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void letOut() {
        try {
            int ended = jdbc.sql(LET_OUT).update();
            if (ended > 0) {
                LOG.info("Embargoes that ended: {}", ended);
            }
        } catch (DataAccessException failure) {
            LOG.debug("Embargoes can't be looked at just now: {}", failure.getMessage());
        }
    }
}
