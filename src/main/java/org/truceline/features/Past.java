package org.truceline.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.truceline.database.SqlFile;

/** Which moment a snapshot shows of layers. */
final class Past {
    private static final String SQL = SqlFile.read(Past.class, "past.sql");

    private Past() {}

    /**
     * Has the rest of the transaction show the past that the query asks for.
     *
     * @return tells this past apart from any other, and from the same after the layer's sister was made anew; empty where
     *     the query asks for the present
     * @throws ReadFailure.NoPast if the moment hasn't come, or what the layer showed at it isn't kept
     */
    static Optional<String> show(Connection snapshot, FeatureQuery query) throws SQLException {
        Optional<Instant> moment = query.selection().asOf();
        if (moment.isPresent() && DistanceToLine.isAskedBy(query)) {
            throw ReadFailure.noPastLines();
        }
        return moment.isPresent() ? Optional.of(show(snapshot, query.layer().id(), moment.get())) : Optional.empty();
    }

    private static String show(Connection snapshot, String layerId, Instant moment) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(SQL)) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            statement.setString(2, layerId);
            ResultSet row = statement.executeQuery();
            row.next();
            String sister = row.getString("sister");
            if (sister == null) {
                throw ReadFailure.noPast(layerId);
            } else if (!row.getBoolean("has_come")) {
                throw ReadFailure.notYet(moment);
            }
            return "as of " + moment + " by " + sister;
        }
    }
}
