package org.truceline.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;

/**
 * Sees to it that changes to the tables below all layers come into the change log: lays triggers where a layer appears,
 * and again where somebody has taken them off. A table that is being written to is left for the next round.
 */
@Component
class TableGuard {
    private static final Logger LOG = LoggerFactory.getLogger(TableGuard.class);

    private final LayerCatalogue catalogue;
    private final Revisions revisions;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private volatile Map<String, List<String>> obstaclesByLayer = Map.of();

    TableGuard(LayerCatalogue catalogue, Revisions revisions, DataSource dataSource, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.revisions = revisions;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Why layers have no revision; those that have one are not named. */
    Map<String, List<String>> obstaclesByLayer() {
        return obstaclesByLayer;
    }

    @Scheduled(fixedDelayString = "${truceline.layers.refresh:3s}")
    void guardAll() {
        try {
            Map<String, Foundation> foundations = readFoundations();
            List<Long> unguarded = foundations.values().stream()
                    .flatMap(foundation -> foundation.unguarded().stream())
                    .distinct()
                    .toList();
            unguarded.forEach(this::guard);
            obstaclesByLayer = obstacles(unguarded.isEmpty() ? foundations : readFoundations());
        } catch (SQLException | DataAccessException failure) {
            LOG.debug("What layers rest on can't be read just now: {}", failure.getMessage());
        }
    }

    private static Map<String, List<String>> obstacles(Map<String, Foundation> foundations) {
        Map<String, List<String>> obstacles = new TreeMap<>();
        foundations.forEach((layer, foundation) -> {
            if (!foundation.obstacles().isEmpty()) {
                obstacles.put(layer, foundation.obstacles());
            }
        });
        return obstacles;
    }

    private void guard(long table) {
        try {
            jdbc.sql("SELECT truceline.guard(?::oid)").param(table).query().singleColumn();
        } catch (DataAccessException busy) {
            LOG.debug("No trigger on table {} yet: {}", table, busy.getMessage());
        }
    }

    private Map<String, Foundation> readFoundations() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, Foundation> foundations = new TreeMap<>();
            for (Layer layer : catalogue.listLayers()) {
                foundations.put(layer.id(), revisions.getFoundation(connection, layer));
            }
            connection.commit();
            return foundations;
        }
    }
}
