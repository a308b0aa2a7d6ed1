package org.truceline.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truceline.database.SqlFile;

/**
 * A table of versions, with names and expressions as {@code version-tables.sql} makes them of PostgreSQL's catalogue.
 *
 * @param relation its name, and that of the table that it belongs to
 * @param present the table that it belongs to, where it is still there
 * @param content SQL for what a version says
 * @param differing SQL for the columns in which a present row differs from a version
 * @param key SQL for the key of a present row, where it is known
 * @param isKept its triggers are there and fire
 */
record VersionTable(
        String relation,
        String versions,
        Optional<String> present,
        String content,
        String differing,
        Optional<String> key,
        boolean isKept) {

    static List<VersionTable> list(Connection connection) throws SQLException {
        List<VersionTable> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqlFile.read(VersionTable.class, "version-tables.sql"))) {
            while (row.next()) {
                tables.add(new VersionTable(
                        row.getString("relation"),
                        row.getString("versions"),
                        optional(row.getString("present")),
                        row.getString("content"),
                        row.getString("differing"),
                        optional(row.getString("key")),
                        row.getBoolean("is_kept")));
            }
        }
        return tables;
    }

    /** All its versions with the number of their act, null where there is none. */
    String versionsSql() {
        return "SELECT a.number, '" + relation.replace("'", "''")
                + "' AS relation, v.record, v.rev, encode(v.hash, 'hex') AS hash, " + content + " AS content FROM "
                + versions + " v LEFT JOIN history.act a ON a.id = v.act";
    }

    /** The first version that is missing before another one of its record. */
    String gapSql() {
        return "SELECT record, expected FROM (SELECT record, rev, row_number() OVER (PARTITION BY record ORDER BY rev) AS expected FROM "
                + versions + ") AS n WHERE rev <> expected ORDER BY record COLLATE \"C\", expected LIMIT 1";
    }

    /** The first record whose present row and last version don't say the same. */
    String differenceSql() {
        return "SELECT coalesce(v.record, p.record) AS record, coalesce(v.rev, 0) AS rev, p.record IS NULL AS is_gone, v.record IS NULL AS is_new,"
                + " coalesce(v.is_deleted, false) AS is_deleted, array_to_string(" + differing + ", ', ') AS differing"
                + " FROM (SELECT DISTINCT ON (record) * FROM " + versions + " ORDER BY record, rev DESC) AS v"
                + " FULL JOIN (SELECT " + key.orElseThrow() + " AS record, p.* FROM " + present.orElseThrow()
                + " p) AS p ON p.record = v.record"
                + " WHERE v.record IS NULL OR v.is_deleted <> (p.record IS NULL) OR NOT v.is_deleted AND " + differing
                + " <> '{}'"
                + " ORDER BY coalesce(v.record, p.record) COLLATE \"C\" LIMIT 1";
    }

    private static Optional<String> optional(@Nullable String text) {
        return Optional.ofNullable(text);
    }
}
