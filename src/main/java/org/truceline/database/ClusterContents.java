package org.truceline.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What the server expects to find in its private cluster, made where missing: a role, a database, PostGIS. */
final class ClusterContents {
    static final String SUPERUSER = "postgres";
    // The server works as a role without a superuser's rights: those include reading files and running programs.
    private static final String ROLE = "truceline";
    private static final String DATABASE = "truceline";

    private ClusterContents() {}

    /** Returns the address of the server's database. */
    static DatabaseAddress ensure(int port, String password) throws SQLException {
        try (Connection connection =
                DatabaseAddress.local(port, "postgres", SUPERUSER, password).connect()) {
            ensureRole(connection, password);
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE truceline OWNER truceline");
            }
        }
        try (Connection connection =
                DatabaseAddress.local(port, DATABASE, SUPERUSER, password).connect()) {
            execute(connection, "CREATE EXTENSION IF NOT EXISTS postgis");
            // Also what an operator makes in the schema layer as the superuser shall be served.
            execute(connection, "GRANT pg_read_all_data TO truceline");
        }
        return address(port, password);
    }

    /** The address of the server's database in a cluster where it exists. */
    static DatabaseAddress address(int port, String password) {
        return DatabaseAddress.local(port, DATABASE, ROLE, password);
    }

    private static void ensureRole(Connection connection, String password) throws SQLException {
        if (exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", ROLE)) {
            return;
        }
        // One transaction: a role without its password would lock the server out for good.
        connection.setAutoCommit(false);
        execute(connection, "CREATE ROLE truceline LOGIN");
        connection.unwrap(PGConnection.class).alterUserPassword(ROLE, password.toCharArray(), "scram-sha-256");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
