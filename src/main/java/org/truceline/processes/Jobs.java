package org.truceline.processes;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.database.SqlFile;
import org.truceline.processes.ProcessFailure.Busy;

/** Jobs as those see them who ask for them. They are rows: any node tells of them, and they outlive it. */
@Component
public class Jobs {
    private static final String SUBMIT = SqlFile.read(Jobs.class, "submit-job.sql");
    private static final String COUNT_OPEN = SqlFile.read(Jobs.class, "count-open-jobs.sql");
    private static final String FIND = SqlFile.read(Jobs.class, "find-job.sql");
    private static final String LIST = SqlFile.read(Jobs.class, "list-jobs.sql");
    private static final String DISMISS = SqlFile.read(Jobs.class, "dismiss-job.sql");
    private static final String DELETE = SqlFile.read(Jobs.class, "delete-job.sql");

    /** Of all requests that wait. */
    private static final long MOST_BYTES = 256L << 20;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ProcessSettings settings;

    Jobs(JdbcClient jdbc, TransactionOperations transaction, ProcessSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * Queues a computation.
     *
     * @param request the body of the request, which has been read once without a fault
     * @param requester who asks, in any words: only a digest is kept, to tell them their jobs
     * @throws Busy if too many wait already
     */
    public Job submit(ProcessDescription process, ExecutionRequest request, String body, String requester) {
        return Objects.requireNonNull(transaction.execute(status -> {
            requireRoom(requester);
            return jdbc.sql(SUBMIT)
                    .param("id", UUID.randomUUID())
                    .param("requester", requester)
                    .param("process", process.id())
                    .param("request", body)
                    .param("response", request.response().name())
                    .query(JobRows::read)
                    .single();
        }));
    }

    /** How many jobs wait or run, and how much room what was asked takes. */
    private record Open(int theirs, int all, long bytes) {}

    private void requireRoom(String requester) {
        Open open = jdbc.sql(COUNT_OPEN)
                .param("requester", requester)
                .query((row, number) -> new Open(row.getInt("theirs"), row.getInt("all"), row.getLong("bytes")))
                .single();
        if (open.theirs() >= settings.jobs().mostOfOne()) {
            throw new Busy(settings.jobs().mostOfOne() + " jobs from your address wait or run; expected are fewer.");
        }
        if (open.all() >= settings.jobs().most() || open.bytes() >= MOST_BYTES) {
            throw new Busy("The server has as many jobs waiting as it takes; the same request may succeed later.");
        }
    }

    public Optional<Job> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(JobRows::read).optional();
    }

    /** The jobs of one requester: what others ask is not for everybody to see. */
    public List<Job> list(String requester, JobFilter filter) {
        return jdbc.sql(LIST)
                .param("requester", requester)
                .param("processes", filter.processes().toArray(String[]::new))
                .param("statuses", names(filter.statuses().stream()))
                .param("from", filter.created().from().map(Object::toString).orElse("-infinity"))
                .param("to", filter.created().to().map(Object::toString).orElse("infinity"))
                .param("least", filter.seconds().from().orElse(-1))
                .param("most", filter.seconds().to().orElse(-1))
                .param("after", filter.page().after().map(Object::toString).orElse(""))
                .param("limit", filter.page().limit())
                .query(JobRows::read)
                .list();
    }

    private static String[] names(Stream<JobStatus> statuses) {
        return statuses.map(status -> status.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    /**
     * Ends a job that waits or runs, which stays as dismissed; removes one that has ended.
     *
     * @return the job as it was left, or as it was; empty if there is none
     */
    public Optional<Job> dismiss(UUID id) {
        return jdbc.sql(DISMISS)
                .param("id", id)
                .query(JobRows::read)
                .optional()
                .or(() -> jdbc.sql(DELETE).param("id", id).query(JobRows::read).optional());
    }
}
