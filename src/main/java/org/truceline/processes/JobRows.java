package org.truceline.processes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.truceline.processes.Job.Times;

/** Jobs from rows of their table. */
final class JobRows {
    private JobRows() {}

    static Job read(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("process"),
                JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("message")),
                row.getInt("progress"),
                new Times(
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        instant(row, "started"),
                        instant(row, "finished"),
                        row.getObject("updated", OffsetDateTime.class).toInstant()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
