package org.truceline.changes;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;

/** Reads revisions as requests do, each in a snapshot of its own. */
final class RevisionFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final LayerCatalogue catalogue;
    private final Revisions revisions;

    RevisionFixture(DataSource dataSource, LayerCatalogue catalogue, Revisions revisions) {
        this.dataSource = dataSource;
        this.catalogue = catalogue;
        this.revisions = revisions;
    }

    Connection open() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** As somebody who may do all; the private cluster's superuser has the server's password. */
    Connection openAsSuperuser() throws SQLException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), "postgres", pool.getPassword());
        connection.setAutoCommit(false);
        return connection;
    }

    Optional<Revision> find(String layer) throws SQLException {
        try (Connection connection = open()) {
            Optional<Revision> revision = find(connection, layer);
            connection.rollback();
            return revision;
        }
    }

    Optional<Revision> find(Connection snapshot, String layer) throws SQLException {
        return revisions.find(snapshot, layer(layer));
    }

    List<String> obstacles(String layer) throws SQLException {
        try (Connection connection = open()) {
            List<String> obstacles =
                    revisions.getGround(connection, layer(layer)).foundation().obstacles();
            connection.rollback();
            return obstacles;
        }
    }

    /** The revision, as soon as the triggers are laid. */
    Revision await(String layer) throws SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<Revision> revision = find(layer);
        while (revision.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("no revision of " + layer + ": " + obstacles(layer));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            revision = find(layer);
        }
        return revision.get();
    }

    private Layer layer(String id) {
        return catalogue.findLayer(id).orElseThrow(() -> new AssertionError("no layer " + id));
    }
}
