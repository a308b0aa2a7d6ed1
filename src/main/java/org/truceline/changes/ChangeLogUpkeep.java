package org.truceline.changes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps revisions cheap to read: adds up what ended transactions changed, and forgets it when it is old. */
@Component
class ChangeLogUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeLogUpkeep.class);

    /** Long enough for whoever follows the log to come back to it after an outage. */
    private static final String MEMORY = "30 days";

    private final JdbcClient jdbc;

    ChangeLogUpkeep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "${truceline.changes.fold:2s}")
    void fold() {
        try {
            if (!jdbc.sql("SELECT any_row FROM truceline.change_to_fold")
                    .query()
                    .listOfRows()
                    .isEmpty()) {
                jdbc.sql("SELECT truceline.fold_changes()").query().singleColumn();
            }
        } catch (DataAccessException failure) {
            LOG.debug("The change log can't be added up just now: {}", failure.getMessage());
        }
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void forget() {
        try {
            jdbc.sql("SELECT truceline.forget_changes(?::interval)")
                    .param(MEMORY)
                    .query()
                    .singleColumn();
        } catch (DataAccessException failure) {
            LOG.debug("Old changes can't be deleted just now: {}", failure.getMessage());
        }
    }
}
