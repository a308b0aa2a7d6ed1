package org.truceline.changes;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.truceline.changes.LoggedChange.Kind;
import org.truceline.database.SqlFile;

/** Asks the database, in a snapshot of it, for what the change log says. */
final class ChangeLogStatements {
    private final String presentSql = SqlFile.read(ChangeLogStatements.class, "present.sql");
    private final String transactionsSql = SqlFile.read(ChangeLogStatements.class, "transactions.sql");
    private final String changesSql = SqlFile.read(ChangeLogStatements.class, "layer-changes.sql");

    /**
     * The log, as a snapshot sees it.
     *
     * @param cursor behind all of it
     * @param rememberedFrom of the transactions before this one it may have forgotten changes
     */
    record Present(ChangeCursor cursor, long rememberedFrom) {
        /** Whether the log holds all changes behind a place. */
        boolean remembers(ChangeCursor place) {
            return place.epoch().equals(cursor.epoch())
                    && place.seen().first() >= rememberedFrom
                    && place.reading().next() <= cursor.seen().next();
        }
    }

    /** What the snapshot sees of the log. */
    Present readPresent(Connection snapshot) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(presentSql)) {
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                throw new ChangeLogUnavailable("the change log is another database's still");
            }
            SeenTransactions seen =
                    SeenTransactions.parse(row.getString("seen")).upTo(row.getLong("last"));
            return new Present(ChangeCursor.after(row.getString("epoch"), seen), row.getLong("remembered_from"));
        }
    }

    /** The transactions that are being read, from where the cursor is on, at most so many. */
    List<Long> readTransactions(Connection snapshot, ChangeCursor reading, int limit) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(transactionsSql)) {
            statement.setString(1, reading.seen().toString());
            statement.setString(2, reading.reading().toString());
            statement.setString(3, String.valueOf(reading.transaction()));
            statement.setInt(4, limit);
            ResultSet row = statement.executeQuery();
            List<Long> transactions = new ArrayList<>();
            while (row.next()) {
                transactions.add(row.getLong(1));
            }
            return transactions;
        }
    }

    /**
     * What transactions did to layers.
     *
     * @param foundations what the layers rest on, by their ids
     */
    List<Transaction> readChanges(Connection snapshot, List<Long> transactions, Map<String, Foundation> foundations)
            throws SQLException {
        return readChanges(snapshot, transactions, foundations, Integer.MAX_VALUE)
                .orElseThrow();
    }

    /**
     * The same, unless the log tells more of it than some number of changes; then empty.
     *
     * @param foundations what the layers rest on, by their ids
     */
    Optional<List<Transaction>> readChanges(
            Connection snapshot, List<Long> transactions, Map<String, Foundation> foundations, int most)
            throws SQLException {
        List<String> layers = new ArrayList<>();
        List<Long> relations = new ArrayList<>();
        List<Boolean> areFollowed = new ArrayList<>();
        foundations.forEach((layer, foundation) -> foundation
                .reach()
                .relations()
                .forEach(relation -> {
                    layers.add(layer);
                    relations.add(relation);
                    areFollowed.add(foundation.followed().contains(relation));
                }));
        Array numbers = snapshot.createArrayOf(
                "text", transactions.stream().map(String::valueOf).toArray());
        try (PreparedStatement statement = snapshot.prepareStatement(changesSql)) {
            statement.setArray(1, snapshot.createArrayOf("text", layers.toArray()));
            statement.setArray(2, FoundationReader.oids(snapshot, relations));
            statement.setArray(3, snapshot.createArrayOf("boolean", areFollowed.toArray()));
            statement.setArray(4, numbers);
            statement.setLong(5, most + 1L);
            return toTransactions(statement.executeQuery(), most);
        }
    }

    private static Optional<List<Transaction>> toTransactions(ResultSet row, int most) throws SQLException {
        List<Transaction> transactions = new ArrayList<>();
        long current = 0;
        for (int rows = 0; row.next(); rows++) {
            if (rows == most) {
                return Optional.empty();
            }
            long number = row.getLong("xid");
            if (number != current) {
                Instant time =
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant();
                transactions.add(new Transaction(number, time));
                current = number;
            }
            Transaction transaction = transactions.get(transactions.size() - 1);
            String layer = row.getString("layer");
            LoggedChange change = toChange(row);
            if (change.kind() == Kind.NOTHING) {
                transaction.addNothing(layer);
            } else {
                transaction.add(layer, change);
            }
        }
        return Optional.of(transactions);
    }

    private static LoggedChange toChange(ResultSet row) throws SQLException {
        return new LoggedChange(
                row.getLong("number"),
                toKind(row.getString("kind")),
                Optional.ofNullable(row.getString("feature")),
                new LoggedChange.Sight(row.getBoolean("was_shown"), toBox(row.getArray("old_box"))),
                new LoggedChange.Sight(row.getBoolean("is_shown"), toBox(row.getArray("new_box"))));
    }

    /** Where the log doesn't say what was changed, it may have been anything. */
    private static Kind toKind(@Nullable String kind) {
        return kind == null ? Kind.LAYER : Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    private static Optional<Envelope> toBox(@Nullable Array sides) throws SQLException {
        if (sides == null) {
            return Optional.empty();
        }
        Double[] side = (Double[]) sides.getArray();
        return Optional.of(new Envelope(side[0], side[2], side[1], side[3]));
    }

    /** Where the layers' features are, as the snapshot sees them. */
    Transaction.Places places(Connection snapshot) {
        return (layer, features, words) -> {
            try (PreparedStatement statement =
                    snapshot.prepareStatement("SELECT feature, box FROM truceline.places_of(?, ?, ?)")) {
                statement.setString(1, layer);
                statement.setArray(2, snapshot.createArrayOf("text", features.toArray()));
                statement.setArray(3, snapshot.createArrayOf("text", words.toArray()));
                ResultSet row = statement.executeQuery();
                Map<String, Optional<Envelope>> places = new HashMap<>();
                while (row.next()) {
                    places.put(row.getString("feature"), toBox(row.getArray("box")));
                }
                return places;
            }
        };
    }
}
