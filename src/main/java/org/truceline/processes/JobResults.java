package org.truceline.processes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/** What came out of jobs. */
@Component
public class JobResults {
    private static final String FIND = SqlFile.read(JobResults.class, "find-outcome.sql");
    private static final String LIST = SqlFile.read(JobResults.class, "list-results.sql");

    private final JdbcClient jdbc;
    private final Processes processes;

    JobResults(JdbcClient jdbc, Processes processes) {
        this.jdbc = jdbc;
        this.processes = processes;
    }

    /** What came out, in the form that was asked for. */
    public record Results(List<OutputValue> values, ResponseForm form) {
        public Results {
            values = List.copyOf(values);
        }
    }

    private record Outcome(String process, ResponseForm form, Optional<JobFailure> failure) {
        static Outcome read(ResultSet row, int number) throws SQLException {
            String kind = row.getString("failure");
            return new Outcome(
                    row.getString("process"),
                    ResponseForm.valueOf(row.getString("response")),
                    kind == null
                            ? Optional.empty()
                            : Optional.of(new JobFailure(
                                    JobFailure.Kind.valueOf(kind), row.getString("place"), row.getString("message"))));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Passed on as bytes, never compared.
    private record Kept(String output, byte[] json) {}

    /**
     * The results of a job.
     *
     * @return empty if it has not ended, or was dismissed, or there is none
     * @throws ProcessFailure the one that the job failed with
     */
    public Optional<Results> find(UUID id) {
        Optional<Outcome> outcome =
                jdbc.sql(FIND).param("id", id).query(Outcome::read).optional();
        outcome.flatMap(Outcome::failure).ifPresent(failure -> {
            throw failure.toFailure();
        });
        return outcome.map(ended -> new Results(list(id, ended.process()), ended.form()));
    }

    /** Only those outputs that the process still has: it may have been another version that was asked. */
    private List<OutputValue> list(UUID id, String processId) {
        ProcessDescription process = processes
                .find(processId)
                .map(Computation::description)
                .orElseThrow(() -> new ProcessFailure.Broken(
                        "The process " + processId + " of which these are the results is not offered any more."));
        return jdbc
                .sql(LIST)
                .param("id", id)
                .query((row, number) -> new Kept(row.getString("output"), row.getBytes("json")))
                .list()
                .stream()
                .flatMap(kept ->
                        process.findOutput(kept.output()).map(output -> new OutputValue(output, kept.json())).stream())
                .toList();
    }
}
