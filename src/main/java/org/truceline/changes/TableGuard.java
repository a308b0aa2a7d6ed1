package org.truceline.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
import org.truceline.changes.Revisions.Ground;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;

/**
 * Sees to it that changes to the tables below all layers come into the change log: lays triggers where a layer appears,
 * and again where somebody has taken them off. A table that is being written to is left for the next round. What fires no
 * trigger, a change of definitions, it writes into the log itself.
 */
@Component
class TableGuard {
    private static final Logger LOG = LoggerFactory.getLogger(TableGuard.class);

    private final LayerCatalogue catalogue;
    private final Revisions revisions;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private volatile Map<String, Ground> grounds = Map.of();
    private volatile Map<String, List<String>> faultsByLayer = Map.of();
    private Map<String, String> loggedDefinitions = Map.of();

    TableGuard(LayerCatalogue catalogue, Revisions revisions, DataSource dataSource, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.revisions = revisions;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Why layers have no revision; those that have one are not named. */
    Map<String, List<String>> obstaclesByLayer() {
        Map<String, List<String>> obstacles = new TreeMap<>();
        grounds.forEach((layer, ground) -> {
            if (!ground.foundation().obstacles().isEmpty()) {
                obstacles.put(layer, ground.foundation().obstacles());
            }
        });
        return obstacles;
    }

    /** What is wrong with the tables that layers declare in their comments. */
    Map<String, List<String>> faultsByLayer() {
        return faultsByLayer;
    }

    /** What layers rest on, by their ids, as it was a moment ago; empty until it was read once. */
    Map<String, Foundation> foundations() {
        Map<String, Foundation> foundations = new TreeMap<>();
        grounds.forEach((layer, ground) -> foundations.put(layer, ground.foundation()));
        return foundations;
    }

    @Scheduled(fixedDelayString = "${truceline.layers.refresh:3s}")
    void guardAll() {
        try {
            Map<String, Ground> found = readGrounds();
            List<Long> unguarded = found.values().stream()
                    .flatMap(ground -> ground.foundation().unguarded().stream())
                    .distinct()
                    .toList();
            unguarded.forEach(table -> lay("guard", table));
            List<Long> unfollowed = jdbc.sql("SELECT relation FROM truceline.table_to_follow")
                    .query(Long.class)
                    .list();
            unfollowed.forEach(table -> lay("follow", table));
            faultsByLayer = readFaults();
            grounds = unguarded.isEmpty() && unfollowed.isEmpty() ? found : readGrounds();
            logDefinitions();
        } catch (SQLException | DataAccessException failure) {
            LOG.debug("What layers rest on can't be read just now: {}", failure.getMessage());
        }
    }

    private Map<String, List<String>> readFaults() {
        Map<String, List<String>> faults = new TreeMap<>();
        jdbc.sql("SELECT layer, name, fault FROM truceline.declared_table WHERE fault IS NOT NULL ORDER BY layer, name")
                .query(row -> {
                    faults.computeIfAbsent(row.getString("layer"), layer -> new ArrayList<>())
                            .add(row.getString("name") + ": " + row.getString("fault"));
                });
        return faults;
    }

    /** Asks the log only where something is new to this server: another one may have written it down. */
    private void logDefinitions() {
        Map<String, String> definitions = new TreeMap<>();
        grounds.forEach((layer, ground) -> definitions.put(layer, ground.definition()));
        if (!definitions.equals(loggedDefinitions)) {
            jdbc.sql("SELECT truceline.know_layers(?, ?)")
                    .params(
                            definitions.keySet().toArray(String[]::new),
                            definitions.values().toArray(String[]::new))
                    .query()
                    .singleColumn();
            loggedDefinitions = definitions;
        }
    }

    private void lay(String function, long table) {
        try {
            jdbc.sql("SELECT truceline." + function + "(?::oid)")
                    .param(table)
                    .query()
                    .singleColumn();
        } catch (DataAccessException busy) {
            LOG.debug("No trigger on table {} yet: {}", table, busy.getMessage());
        }
    }

    private Map<String, Ground> readGrounds() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, Ground> found = new TreeMap<>();
            for (Layer layer : catalogue.listLayers()) {
                found.put(layer.id(), revisions.getGround(connection, layer));
            }
            connection.commit();
            return found;
        }
    }
}
