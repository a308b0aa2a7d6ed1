package org.truceline.layers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Relations that a test makes in the schema {@code layer} as an operator would, by SQL; dropped on close. */
public final class LayerFixture implements AutoCloseable {
    /** What an operator is promised: a new view is served within this time. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final LayerCatalogue catalogue;
    private final Deque<String> drops = new ArrayDeque<>();

    public LayerFixture(JdbcClient jdbc, LayerCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Makes a table {@code layer."name"} with these columns and rows ({@code VALUES} lists, or nothing). */
    public LayerFixture table(String name, String columns, String... rows) {
        String relation = Identifiers.relation(name);
        jdbc.sql("CREATE TABLE " + relation + " (" + columns + ")").update();
        drops.push("DROP TABLE " + relation);
        for (String row : rows) {
            jdbc.sql("INSERT INTO " + relation + " VALUES " + row).update();
        }
        return this;
    }

    public LayerFixture view(String name, String query) {
        String relation = Identifiers.relation(name);
        jdbc.sql("CREATE VIEW " + relation + " AS " + query).update();
        drops.push("DROP VIEW " + relation);
        return this;
    }

    public LayerFixture sql(String statement) {
        jdbc.sql(statement).update();
        return this;
    }

    /** Waits, as long as an operator would have to, until the layer is served. */
    public LayerFixture awaitServed(String name) {
        await(() -> catalogue.findLayer(name).isPresent(), "layer " + name + " is not served");
        return this;
    }

    public Refusal awaitRefused(String name) {
        await(() -> isRefused(name), "relation " + name + " is not refused");
        return catalogue.listRefusals().stream()
                .filter(refusal -> refusal.relation().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public void awaitGone(String name) {
        await(() -> catalogue.findLayer(name).isEmpty() && !isRefused(name), "layer " + name + " is still known");
    }

    private boolean isRefused(String name) {
        return catalogue.listRefusals().stream()
                .anyMatch(refusal -> refusal.relation().equals(name));
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        Instant deadline = Instant.now().plus(PROMISED);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("after " + PROMISED.toSeconds() + " s " + otherwise);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        drops.forEach(drop -> jdbc.sql(drop).update());
    }
}
