package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells how far the withdrawal areas are: how many there should be, how many of them are computed, and how many wait or are
 * at work. One that failed is no reason to be down; that they can't be counted is, and says so like the database's own.
 */
@Component("withdrawalAreas")
class AreasHealth extends AbstractHealthIndicator {
    private static final String COUNT = SqlFile.read("count-areas.sql");

    private final JdbcClient jdbc;

    AreasHealth(JdbcClient jdbc) {
        super("The withdrawal areas can't be counted");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(COUNT).query(row -> {
            counts.put(row.getString("what"), row.getLong("areas"));
        });
        health.up().withDetails(counts);
    }
}
