package org.truceline.processes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.database.SqlFile;

/**
 * Jobs as those see them who do them. A job is leased to one worker at a time; when a server dies in the middle, the lease
 * runs out, and the job is begun again, once. After that it has failed.
 */
@Component
class JobQueue {
    static final int LEASE_SECONDS = 15;

    private static final int MOST_ATTEMPTS = 2;

    private static final String ABANDON = SqlFile.read(JobQueue.class, "fail-abandoned-jobs.sql");
    private static final String CLAIM = SqlFile.read(JobQueue.class, "claim-job.sql");
    private static final String RENEW = SqlFile.read(JobQueue.class, "renew-job.sql");
    private static final String GIVE_BACK = SqlFile.read(JobQueue.class, "give-job-back.sql");
    private static final String FAIL = SqlFile.read(JobQueue.class, "fail-job.sql");
    private static final String SUCCEED = SqlFile.read(JobQueue.class, "succeed-job.sql");
    private static final String SAVE_RESULT = SqlFile.read(JobQueue.class, "save-result.sql");
    private static final String EXPIRE = SqlFile.read(JobQueue.class, "expire-jobs.sql");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ProcessSettings settings;

    JobQueue(JdbcClient jdbc, TransactionOperations transaction, ProcessSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Leases the job that waits longest; empty when none waits. */
    Optional<ClaimedJob> claim() {
        jdbc.sql(ABANDON).param("mostAttempts", MOST_ATTEMPTS).update();
        UUID worker = UUID.randomUUID();
        return jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("leaseSeconds", LEASE_SECONDS)
                .query((row, number) -> new ClaimedJob(
                        row.getObject("id", UUID.class), worker, row.getString("process"), row.getString("request")))
                .optional();
    }

    /**
     * Keeps a job for another lease, and tells how far it is.
     *
     * @return whether it is still ours: not if it was dismissed, or if another took it for abandoned
     */
    boolean renew(ClaimedJob job, int percent) {
        return jdbc.sql(RENEW)
                        .params(key(job))
                        .param("leaseSeconds", LEASE_SECONDS)
                        .param("progress", percent)
                        .update()
                == 1;
    }

    /** Gives a job back that a stopping server can't end, as if it had never been begun. */
    void giveBack(ClaimedJob job) {
        jdbc.sql(GIVE_BACK).params(key(job)).update();
    }

    void fail(ClaimedJob job, JobFailure failure) {
        jdbc.sql(FAIL)
                .params(key(job))
                .param("failure", failure.kind().name())
                .param("place", failure.place())
                .param("message", failure.reason())
                .update();
    }

    /** Keeps results, if the job is still ours. */
    void succeed(ClaimedJob job, List<OutputValue> values) {
        long bytes = values.stream().mapToLong(value -> value.json().length).sum();
        if (bytes > settings.jobs().largestResult().toBytes()) {
            fail(
                    job,
                    new JobFailure(
                            JobFailure.Kind.NO_ANSWER,
                            "",
                            "The results have " + bytes + " bytes; at most "
                                    + settings.jobs().largestResult().toBytes() + " are kept."));
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql(SUCCEED).params(key(job)).param("bytes", bytes).update() == 1) {
                values.forEach(value -> save(job, value));
            }
        });
    }

    private void save(ClaimedJob job, OutputValue value) {
        jdbc.sql(SAVE_RESULT)
                .param("id", job.id())
                .param("output", value.output().id())
                .param("json", value.json())
                .update();
    }

    /** Removes jobs that ended long ago, and the oldest of those whose results take more room together than there is. */
    void expire() {
        jdbc.sql(EXPIRE)
                .param("keepSeconds", settings.jobs().keep().toSeconds())
                .param("space", settings.jobs().space().toBytes())
                .update();
    }

    private static Map<String, Object> key(ClaimedJob job) {
        return Map.of("id", job.id(), "worker", job.worker());
    }
}
