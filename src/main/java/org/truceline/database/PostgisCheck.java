package org.truceline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sees to it, before anything else uses a database, that it answers, has PostGIS, and lets Truceline have its schemas.
 * What is missing is made if the role may, otherwise the operator is told what to type.
 */
final class PostgisCheck {
    private final DatabaseAddress address;

    PostgisCheck(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * @throws DatabaseUnavailable if the database is unreachable or cannot be used
     */
    void run() {
        try (Connection connection = connect()) {
            // Nodes that start together take turns; the lock goes with the connection.
            ask(connection, "SELECT pg_advisory_lock(hashtext('truceline')) IS NULL");
            ensurePostgis(connection);
            ensureSchema(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database " + address + " could not be checked: " + e.getMessage(),
                    "See what the message names, then start again.",
                    e);
        }
    }

    private Connection connect() {
        try {
            return address.connect();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database " + address + " does not let Truceline in: " + e.getMessage(),
                    "Start it, or correct TRUCELINE_DATABASE_URL, TRUCELINE_DATABASE_USER and"
                            + " TRUCELINE_DATABASE_PASSWORD; unset all three for a private database.",
                    e);
        }
    }

    private void ensurePostgis(Connection connection) throws SQLException {
        if (ask(connection, "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'postgis')")) {
            return;
        }
        if (!ask(connection, "SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgis')")) {
            throw new DatabaseUnavailable(
                    "The server of the database " + address + " has no PostGIS.",
                    "Install it on that server, on Debian with: sudo apt-get install postgresql-postgis");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database " + address + " has no PostGIS, and Truceline's role cannot create it: "
                            + e.getMessage(),
                    "As a superuser of that database type: CREATE EXTENSION postgis;",
                    e);
        }
    }

    // Made here and not by Flyway, which looks and makes in two steps: two nodes could both find it missing.
    private void ensureSchema(Connection connection) throws SQLException {
        if (ask(connection, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'truceline')")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA truceline");
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "Truceline's role cannot create its schemas in the database " + address + ": " + e.getMessage(),
                    "As that database's owner type: " + grant(connection),
                    e);
        }
    }

    private static String grant(Connection connection) throws SQLException {
        return "GRANT CREATE ON DATABASE \"" + connection.getCatalog() + "\" TO \""
                + connection.getMetaData().getUserName() + "\";";
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
