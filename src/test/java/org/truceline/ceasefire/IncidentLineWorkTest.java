package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.ServerTest;

/** The lines that incidents are nearest to, while others edit. */
class IncidentLineWorkTest extends ServerTest {
    private static final String INSERT =
            "INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, point)"
                    + " VALUES ('line-work', 'Battles', 'Shots', 'unknown', ST_Point(70.5, 39.9, 4326))";

    @Autowired
    private TransactionOperations transactions;

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 'line-work'").update();
    }

    @Test
    void anIncidentThatIsBeingDeletedStopsNoWork() {
        IncidentLineWork work = new IncidentLineWork(jdbc());
        // Made and deleted in one transaction each, so that the work finds it and its deletion under way.
        for (int round = 0; round < 5; round++) {
            jdbc().sql(INSERT).update();
            transactions.executeWithoutResult(transaction -> {
                jdbc().sql("DELETE FROM ceasefire.incident_line WHERE incident_id = 'line-work'")
                        .update();
                jdbc().sql("DELETE FROM ceasefire.incident WHERE id = 'line-work'")
                        .update();
                assertThatCode(() -> CompletableFuture.supplyAsync(() -> work.work(() -> true))
                                .get(20, TimeUnit.SECONDS))
                        .as("it neither waits for the deletion nor fails by it")
                        .doesNotThrowAnyException();
            });
        }
    }
}
