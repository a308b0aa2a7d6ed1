package org.truceline.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.history.Verification;

/** A feature that is made again under the id of one that somebody else is just deleting. */
class MadeAgainTest extends ServerTest {
    private static final String ITEMS = "/collections/incidents/items";

    private final String id = "again-" + UUID.randomUUID();

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Verification verification;

    @Test
    void itHasTheNumberOfItsVersion() throws Exception {
        Writing writing = new Writing(uri("").toString(), accounts.renewAdmin());
        String feature = "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":null,\"properties\":"
                + "{\"event_type\":\"Battles\",\"summary\":\"Shots\",\"time_precision\":\"unknown\"}}";
        assertThat(writing.send("POST", ITEMS, feature).status()).isEqualTo(201);

        CompletableFuture<Integer> made = transactions.execute(transaction -> {
            jdbc().sql("DELETE FROM ceasefire.incident WHERE id = ?").param(id).update();
            CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> post(writing, feature));
            awaitBlocked();
            return waiting;
        });

        assertThat(made.get(20, TimeUnit.SECONDS)).isEqualTo(201);
        assertThat(writing.send("GET", ITEMS + "/" + id, "")
                        .body()
                        .at("/properties/rev")
                        .asLong())
                .isEqualTo(3)
                .isEqualTo(jdbc().sql("SELECT max(rev) FROM history.incident WHERE record = ?")
                        .param(id)
                        .query(Long.class)
                        .single());
        assertThat(verification.run().broken()).isEmpty();
        assertThat(writing.send("DELETE", ITEMS + "/" + id, "").status()).isEqualTo(204);
    }

    private static int post(Writing writing, String feature) {
        try {
            return writing.send("POST", ITEMS, feature).status();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitBlocked() {
        Instant deadline = Instant.now().plusSeconds(20);
        while (jdbc().sql("SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("nobody waits for the deletion").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
