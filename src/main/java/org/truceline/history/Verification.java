package org.truceline.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Service;
import org.truceline.database.SqlFile;

/**
 * Checks all of history in one snapshot: each act against the one before it, each version against its hash, the hashes
 * against their act, and the present against the last versions. Memory is constant; PostgreSQL sorts all versions once.
 */
@Service
public class Verification {
    /** How the texts are written of which hashes are made. */
    private static final String SETTINGS = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
            SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, MDY'; SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0""";

    /** Acts are read in portions of so many: an old database has millions. */
    private static final int FETCH_SIZE = 1_000;

    private final DataSource dataSource;

    Verification(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads everything: some seconds for each hundred thousand versions. */
    public Verdict run() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement settings = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                settings.execute(SETTINGS);
                return verify(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Verdict verify(Connection connection) throws SQLException {
        List<VersionTable> tables = VersionTable.list(connection);
        PresentCheck present = new PresentCheck(connection, tables);
        long acts = 0;
        String head = "";
        try (Statement statement = connection.createStatement();
                VersionStream versions = new VersionStream(connection, tables)) {
            statement.setFetchSize(FETCH_SIZE);
            ResultSet rows = statement.executeQuery(SqlFile.read(Verification.class, "acts.sql"));
            rows.next();
            while (!rows.isAfterLast() && rows.getRow() > 0) {
                Optional<Act> act = Act.read(rows);
                Optional<BrokenLink> broken = act.isEmpty()
                        ? Optional.of(new BrokenLink("history.act", "an act was never sealed"))
                        : check(act.get(), acts + 1, head, versions);
                if (broken.isPresent()) {
                    return verdict(acts, versions.read(), head, present.nameMissing(broken.get()));
                }
                acts++;
                head = act.get().hash();
            }
            Optional<BrokenLink> broken = versions.rest();
            if (broken.isEmpty()) {
                broken = checkHead(connection, acts, head);
            }
            if (broken.isEmpty()) {
                broken = present.check();
            }
            return new Verdict(acts, versions.read(), head, broken);
        }
    }

    private static Verdict verdict(long acts, long versions, String head, BrokenLink broken) {
        return new Verdict(acts, versions, head, Optional.of(broken));
    }

    private static Optional<BrokenLink> check(Act act, long number, String hashBefore, VersionStream versions)
            throws SQLException {
        for (Act.Part part : act.parts()) {
            Optional<BrokenLink> broken = versions.strayBefore(act.number(), part);
            if (broken.isEmpty()) {
                broken = versions.check(act.number(), part);
            }
            if (broken.isPresent()) {
                return broken;
            }
        }
        return act.fault(number, hashBefore).map(fault -> BrokenLink.act(act.number(), fault));
    }

    private static Optional<BrokenLink> checkHead(Connection connection, long acts, String hash) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT number, encode(hash, 'hex') AS hash FROM history.chain_head")) {
            if (!row.next()) {
                return Optional.of(new BrokenLink("history.chain_head", "it has no row"));
            }
            long number = row.getLong("number");
            return number == acts && hash.equals(row.getString("hash"))
                    ? Optional.empty()
                    : Optional.of(BrokenLink.act(
                            Math.max(number, acts),
                            "history.chain_head ends at act " + number + ", the acts at " + acts
                                    + (number == acts ? ", with another hash" : "")));
        }
    }
}
