package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When what is known of single records changed. What was known then is asked for as of the moment. */
@Component
public class FeatureMoments {
    private static final String SQL = "SELECT moment, recorded, is_assumed, reason FROM history.moments(?, ?)"
            + " WHERE moment < coalesce(?::timestamptz, 'infinity') LIMIT ?";

    private final Snapshots snapshots;

    FeatureMoments(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * A moment from which something was known.
     *
     * @param recorded when it was recorded, later than the moment where that was dated back
     * @param isAssumed the moment is an assumption, such as the end of the day of an event
     * @param reason why it was changed, in the words of whoever did
     */
    public record Change(Instant moment, Instant recorded, boolean isAssumed, Optional<String> reason) {}

    /**
     * The latest changes to a record and to what belongs to it, latest first; none where the record is withheld now.
     *
     * @param table in the schema {@code ceasefire}
     * @param before only changes earlier than this
     * @throws ReadFailure if the database gives no answer
     */
    public List<Change> list(String table, String record, Optional<Instant> before, int limit) throws IOException {
        return snapshots.read(ReadFailure::of, (connection, failures) -> ask(connection, table, record, before, limit));
    }

    private static List<Change> ask(
            Connection connection, String table, String record, Optional<Instant> before, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, table);
            statement.setString(2, record);
            statement.setObject(
                    3, before.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null));
            statement.setInt(4, limit);
            ResultSet rows = statement.executeQuery();
            List<Change> changes = new ArrayList<>();
            while (rows.next()) {
                changes.add(new Change(
                        rows.getObject("moment", OffsetDateTime.class).toInstant(),
                        rows.getObject("recorded", OffsetDateTime.class).toInstant(),
                        rows.getBoolean("is_assumed"),
                        Optional.ofNullable(rows.getString("reason"))));
            }
            return changes;
        }
    }
}
