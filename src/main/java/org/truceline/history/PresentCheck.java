package org.truceline.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Holds what stands in the tables now against their last versions. */
final class PresentCheck {
    private final Connection connection;
    private final List<VersionTable> tables;

    PresentCheck(Connection connection, List<VersionTable> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** The first table that is not kept, or record that is not what its last version says. */
    Optional<BrokenLink> check() throws SQLException {
        for (VersionTable table : tables) {
            Optional<BrokenLink> broken = check(table);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** Says which version it is that is missing in a table, where another one tells. */
    BrokenLink nameMissing(BrokenLink broken) throws SQLException {
        for (VersionTable table : tables) {
            if (broken.where().endsWith(", table " + table.relation())) {
                Optional<BrokenLink> named = gap(table);
                return named.or(() -> differenceUnchecked(table))
                        .map(found -> new BrokenLink(found.where(), found.what() + "; " + broken))
                        .orElse(broken);
            }
        }
        return broken;
    }

    private Optional<BrokenLink> check(VersionTable table) throws SQLException {
        if (table.present().isEmpty() || table.key().isEmpty()) {
            return Optional.of(new BrokenLink("table " + table.relation(), "it, or its row in history.kept, is gone"));
        }
        Optional<BrokenLink> broken = gap(table);
        if (broken.isEmpty()) {
            broken = difference(table);
        }
        if (broken.isEmpty() && !table.isKept()) {
            return Optional.of(new BrokenLink(
                    "table " + table.relation(),
                    "its triggers are not all there and enabled: changes make no versions"));
        }
        return broken;
    }

    private Optional<BrokenLink> gap(VersionTable table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(table.gapSql())) {
            return row.next()
                    ? Optional.of(BrokenLink.version(
                            table.relation(), row.getString("record"), row.getLong("expected"), "it is missing"))
                    : Optional.empty();
        }
    }

    private Optional<BrokenLink> differenceUnchecked(VersionTable table) {
        try {
            return table.present().isPresent() && table.key().isPresent() ? difference(table) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the present rows of " + table.relation() + " can't be read", e);
        }
    }

    private Optional<BrokenLink> difference(VersionTable table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(table.differenceSql())) {
            if (!row.next()) {
                return Optional.empty();
            }
            String record = row.getString("record");
            if (row.getBoolean("is_new")) {
                return Optional.of(BrokenLink.record(table.relation(), record, "it is there now, without any version"));
            }
            String what = row.getBoolean("is_gone")
                    ? "the record is gone without a version that says so"
                    : row.getBoolean("is_deleted")
                            ? "it says that the record was deleted, which is there"
                            : "the record differs from it in " + row.getString("differing");
            return Optional.of(BrokenLink.version(table.relation(), record, row.getLong("rev"), what));
        }
    }
}
