package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells how far a work in the background is: how much there is of it, how much is ready, and how much waits. What failed is
 * no reason to be down; that it can't be counted is, and says so like the database's own.
 */
final class CountedHealth extends AbstractHealthIndicator {
    private final JdbcClient jdbc;
    private final String count;

    /**
     * @param count SQL that gives rows of {@code what} and {@code number}
     * @param failure what to say where it can't be counted
     */
    CountedHealth(JdbcClient jdbc, String count, String failure) {
        super(failure);
        this.jdbc = jdbc;
        this.count = count;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(count).query(row -> {
            counts.put(row.getString("what"), row.getLong("number"));
        });
        health.up().withDetails(counts);
    }
}
