package org.truceline.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All versions of all tables in the order of the chain, read once. */
final class VersionStream implements AutoCloseable {
    private static final int FETCH_SIZE = 1000;

    private final Statement statement;
    private final ResultSet rows;
    private boolean hasRow;
    private long read;

    VersionStream(Connection connection, List<VersionTable> tables) throws SQLException {
        statement = connection.createStatement();
        statement.setFetchSize(FETCH_SIZE);
        rows = statement.executeQuery(tables.stream()
                .map(VersionTable::versionsSql)
                .collect(Collectors.joining(
                        " UNION ALL ",
                        "SELECT * FROM (",
                        ") AS v ORDER BY number NULLS FIRST, relation COLLATE \"C\", record COLLATE \"C\", rev")));
        hasRow = rows.next();
    }

    /** How many versions were read. */
    long read() {
        return read;
    }

    /** The next version, if it is none of this act's part: it is in no act, or in one that has no such part. */
    Optional<BrokenLink> strayBefore(long act, Act.Part part) throws SQLException {
        if (hasRow && !isOf(act, part) && isBefore(act, part)) {
            return Optional.of(stray());
        }
        return Optional.empty();
    }

    /** What is left when all acts are through. */
    Optional<BrokenLink> rest() throws SQLException {
        return hasRow ? Optional.of(stray()) : Optional.empty();
    }

    /** Reads the versions of a part of an act. */
    Optional<BrokenLink> check(long act, Act.Part part) throws SQLException {
        Sha256 hashes = new Sha256();
        long count = 0;
        for (; hasRow && isOf(act, part); hasRow = rows.next()) {
            String hash = rows.getString("hash");
            if (!new Sha256().add(rows.getString("content")).hash().equals(hash)) {
                return Optional.of(BrokenLink.version(
                        part.relation(),
                        rows.getString("record"),
                        rows.getLong("rev"),
                        "what it says is not what its hash was made of (act " + act + ")"));
            }
            hashes.addHex(hash);
            count++;
            read++;
        }
        if (count != part.versions()) {
            return Optional.of(new BrokenLink(
                    "act " + act + ", table " + part.relation(),
                    "it wrote " + part.versions() + " versions, of which " + count + " are there"));
        }
        return hashes.hash().equals(part.digest())
                ? Optional.empty()
                : Optional.of(new BrokenLink(
                        "act " + act + ", table " + part.relation(),
                        "its versions have other hashes than those that it was sealed with"));
    }

    private boolean isOf(long act, Act.Part part) throws SQLException {
        return rows.getObject("number") != null
                && rows.getLong("number") == act
                && rows.getString("relation").equals(part.relation());
    }

    private boolean isBefore(long act, Act.Part part) throws SQLException {
        if (rows.getObject("number") == null || rows.getLong("number") < act) {
            return true;
        }
        return rows.getLong("number") == act && rows.getString("relation").compareTo(part.relation()) < 0;
    }

    private BrokenLink stray() throws SQLException {
        return BrokenLink.version(
                rows.getString("relation"),
                rows.getString("record"),
                rows.getLong("rev"),
                "no act of the chain wrote it");
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
