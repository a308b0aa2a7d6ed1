package org.truceline.ceasefire;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.database.SqlFile;

/**
 * The withdrawal areas to be computed, in the database.
 *
 * <p>Whoever takes one leases it, computes outside of any transaction (a long one would hold back whoever follows the
 * changes of the database), renews the lease meanwhile, and stores the result if the lease is still theirs and no input has
 * moved. Other servers pass a leased job over; after a crash its lease runs out.
 */
@Component
class AreaQueue {
    /** Long enough for a server that is busy, short enough for those who wait for a crashed one's job. */
    static final int LEASE_SECONDS = 30;

    private static final String END_AREAS = SqlFile.read(AreaQueue.class, "end-areas.sql");
    private static final String DROP_JOBS = SqlFile.read(AreaQueue.class, "drop-jobs.sql");
    private static final String QUEUE = SqlFile.read(AreaQueue.class, "queue-areas.sql");
    private static final String CLAIM = SqlFile.read(AreaQueue.class, "claim-area.sql");
    private static final String RENEW = SqlFile.read(AreaQueue.class, "renew-lease.sql");
    private static final String HOLD = SqlFile.read(AreaQueue.class, "hold-job.sql");
    private static final String RETURN = SqlFile.read(AreaQueue.class, "return-job.sql");
    private static final String DELETE = SqlFile.read(AreaQueue.class, "delete-job.sql");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AreaStore store;

    AreaQueue(JdbcClient jdbc, TransactionOperations transaction, AreaStore store) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.store = store;
    }

    /** Queues what is missing or stale, and ends areas that belong to no rule and claim any more. */
    void refresh() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(END_AREAS).update();
            jdbc.sql(DROP_JOBS).update();
            jdbc.sql(QUEUE).update();
        });
    }

    /** Leases a job that nobody has; empty when there is none. */
    Optional<AreaJob> claim() {
        UUID worker = UUID.randomUUID();
        return jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("leaseSeconds", LEASE_SECONDS)
                .query((row, number) ->
                        new AreaJob(new AreaKey(row.getString("rule_id"), row.getString("claim")), worker))
                .optional();
    }

    /**
     * Keeps a job for another lease.
     *
     * @return whether it is still ours
     */
    boolean renew(AreaJob job) {
        return jdbc.sql(RENEW)
                        .params(key(job))
                        .param("leaseSeconds", LEASE_SECONDS)
                        .update()
                == 1;
    }

    /**
     * Stores what came out and ends the job. Where an input has moved meanwhile nothing is stored, and the next refresh
     * queues the area again. What a worker brings whose lease has run out is not stored either.
     *
     * @return whether it was stored
     */
    boolean finish(AreaJob job, AreaInput input, AreaResult result) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ours = !jdbc.sql(HOLD).params(key(job)).query().listOfRows().isEmpty();
            boolean stored = ours && store.save(input, result);
            jdbc.sql(DELETE).params(key(job)).update();
            return stored;
        }));
    }

    /** Ends a job of which there is nothing to compute any more. */
    void drop(AreaJob job) {
        jdbc.sql(DELETE).params(key(job)).update();
    }

    /** Gives a job back that could not be done, for the next one. */
    void giveBack(AreaJob job) {
        jdbc.sql(RETURN).params(key(job)).update();
    }

    private static Map<String, Object> key(AreaJob job) {
        return Map.of("rule", job.area().rule(), "claim", job.area().claim(), "worker", job.worker());
    }
}
