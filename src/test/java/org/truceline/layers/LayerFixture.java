package org.truceline.layers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Relations that a test makes in the schema {@code layer} as an operator would, by SQL; dropped on close. What is said
 * before an {@code await} is done in one transaction: the server sees all of it or nothing.
 */
public final class LayerFixture implements AutoCloseable {
    /** What an operator is promised: a new view is served within this time. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final LayerCatalogue catalogue;
    private final List<String> statements = new ArrayList<>();
    private final Deque<String> drops = new ArrayDeque<>();
    private final List<String> names = new ArrayList<>();

    public LayerFixture(JdbcClient jdbc, TransactionTemplate transactions, LayerCatalogue catalogue) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    /** Makes a table {@code layer."name"} with these columns and rows ({@code VALUES} lists, or nothing). */
    public LayerFixture table(String name, String columns, String... rows) {
        String relation = Identifiers.relation(name);
        names.add(name);
        statements.add("CREATE TABLE " + relation + " (" + columns + ")");
        drops.push("DROP TABLE IF EXISTS " + relation);
        for (String row : rows) {
            statements.add("INSERT INTO " + relation + " VALUES " + row);
        }
        return this;
    }

    public LayerFixture view(String name, String query) {
        String relation = Identifiers.relation(name);
        names.add(name);
        statements.add("CREATE VIEW " + relation + " AS " + query);
        drops.push("DROP VIEW IF EXISTS " + relation);
        return this;
    }

    public LayerFixture sql(String statement) {
        statements.add(statement);
        return this;
    }

    /** Waits, as long as an operator would have to, until the layer is served. */
    public LayerFixture awaitServed(String name) {
        make();
        await(() -> catalogue.findLayer(name).isPresent(), "layer " + name + " is not served");
        return this;
    }

    public Refusal awaitRefused(String name) {
        make();
        await(() -> isRefused(name), "relation " + name + " is not refused");
        return catalogue.listRefusals().stream()
                .filter(refusal -> refusal.relation().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public void awaitGone(String name) {
        await(() -> catalogue.findLayer(name).isEmpty() && !isRefused(name), "layer " + name + " is still known");
    }

    private void make() {
        if (!statements.isEmpty()) {
            transactions.executeWithoutResult(status ->
                    statements.forEach(statement -> jdbc.sql(statement).update()));
            statements.clear();
        }
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
        names.forEach(this::awaitGone);
    }
}
