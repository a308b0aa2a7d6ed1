package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells how far the withdrawal areas are: how many there should be, how many of them are computed, and how many wait or are
 * at work. One that failed is no reason to be down.
 */
@Component("withdrawalAreas")
class AreasHealth implements HealthIndicator {
    private static final String COUNT = SqlFile.read("count-areas.sql");

    private final JdbcClient jdbc;

    AreasHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(COUNT).query(row -> {
            counts.put(row.getString("what"), row.getLong("areas"));
        });
        return Health.up().withDetails(counts).build();
    }
}
