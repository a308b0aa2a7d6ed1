package org.truceline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;

/** Jobs whose server died, and jobs that ended long ago. */
class JobQueueTest extends ServerTest {
    private static final String REQUEST = "{\"inputs\": {\"text\": \"a\"}}";

    @Autowired
    private JobQueue queue;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobResults results;

    @Test
    void jobWhoseServerDiedIsBegunAnew() {
        UUID id = insert("running", 1);

        Job job = await(id);

        assertThat(job.status()).isEqualTo(JobStatus.SUCCESSFUL);
        assertThat(results.find(id).orElseThrow().values()).hasSize(2);
    }

    @Test
    void jobWhoseServersDiedTwiceHasFailedAndSaysSo() {
        UUID id = insert("running", 2);

        Job job = await(id);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.message().orElse("")).contains("The server stopped while it computed this");
    }

    @Test
    void jobOfAProcessThatIsGoneHasFailedAndSaysSo() {
        UUID id = insert("gone", "accepted", 0);

        Job job = await(id);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.message().orElse("")).contains("gone is not offered any more");
    }

    @Test
    void resultsOfAWorkerThatWasTooLateAreNotKept() {
        UUID id = insert("dismissed", 1);
        ClaimedJob late = new ClaimedJob(id, UUID.randomUUID(), "echo", REQUEST);
        Output output = new EchoProcess().description().outputs().get(0);

        queue.succeed(late, List.of(OutputValue.of(output, "a")));

        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(JobStatus.DISMISSED);
        assertThat(queue.renew(late, 50)).isFalse();
        assertThat(count("process_result WHERE job_id = '" + id + "'")).isZero();
    }

    @Test
    void jobsThatEndedLongAgoAreRemoved() {
        UUID old = insert("dismissed", 1);
        UUID recent = insert("dismissed", 1);
        jdbc().sql("UPDATE truceline.process_job SET finished = now() - interval '25 hours' WHERE id = :id")
                .param("id", old)
                .update();

        queue.expire();

        assertThat(jobs.find(old)).isEmpty();
        assertThat(jobs.find(recent)).isPresent();
    }

    @Test
    void oldestResultsGiveWayWhereThereIsNoRoom() {
        UUID large = insert("successful", 1);
        UUID recent = insert("successful", 1);
        jdbc().sql("UPDATE truceline.process_job SET bytes = 2::bigint << 30, finished = now() - interval '1 hour'"
                        + " WHERE id = :id")
                .param("id", large)
                .update();

        queue.expire();

        assertThat(jobs.find(large)).isEmpty();
        assertThat(jobs.find(recent)).isPresent();
    }

    private UUID insert(String status, int attempts) {
        return insert("echo", status, attempts);
    }

    private UUID insert(String process, String status, int attempts) {
        UUID id = UUID.randomUUID();
        jdbc().sql("""
                        INSERT INTO truceline.process_job (id, requester, process, request, response, status, attempts, worker,
                               leased_until, finished)
                        VALUES (:id, 'nobody', :process, :request, 'RAW', :status, :attempts, gen_random_uuid(),
                               now() - interval '1 second', CASE WHEN :status NOT IN ('accepted', 'running') THEN now() END)
                        """)
                .param("id", id)
                .param("process", process)
                .param("request", REQUEST)
                .param("status", status)
                .param("attempts", attempts)
                .update();
        return id;
    }

    private long count(String from) {
        return jdbc().sql("SELECT count(*) FROM truceline." + from)
                .query(Long.class)
                .single();
    }

    private Job await(UUID id) {
        Instant deadline = Instant.now().plusSeconds(30);
        Job job = jobs.find(id).orElseThrow();
        while (!job.status().isFinal()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            job = jobs.find(id).orElseThrow();
        }
        return job;
    }
}
