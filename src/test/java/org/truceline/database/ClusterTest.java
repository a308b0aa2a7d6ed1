package org.truceline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Tests on a private cluster of their own, real processes and all. The cluster stays from test to test, since making
 * one takes longer than most tests; each begins with an empty table.
 */
abstract class ClusterTest {
    static final Path HOME = Path.of("target", "cluster-test").toAbsolutePath();

    private final List<AutoCloseable> kept = new ArrayList<>();

    @BeforeEach
    void beginWithEmptyTable() throws SQLException {
        try (PrivateCluster cluster = start()) {
            run(cluster.address(), "CREATE TABLE IF NOT EXISTS note (text text)");
            run(cluster.address(), "TRUNCATE note");
        }
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (AutoCloseable server : kept) {
            server.close();
        }
        // Also ends a PostgreSQL whose server a test has killed.
        start().close();
    }

    static PrivateCluster start() {
        return start(HOME);
    }

    static PrivateCluster start(Path home) {
        return PrivateCluster.start(home, Optional.empty());
    }

    /** Closes the server when the test is over. */
    <T extends AutoCloseable> T keep(T server) {
        kept.add(server);
        return server;
    }

    static ClusterFolder folder() throws IOException {
        return ClusterFolder.in(HOME);
    }

    static ClusterProcesses processes() throws IOException {
        return new ClusterProcesses(folder());
    }

    static long postmasterPid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder().pidFile()).get(0));
    }

    static void note(PrivateCluster cluster, String text) throws SQLException {
        run(cluster.address(), "INSERT INTO note VALUES ('" + text + "')");
    }

    static String notes(PrivateCluster cluster) throws SQLException {
        return text(cluster.address(), "SELECT coalesce(string_agg(text, ','), '') FROM note");
    }

    static String text(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.connect()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .query(String.class)
                    .single();
        }
    }

    static void run(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
