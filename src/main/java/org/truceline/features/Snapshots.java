package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens read-only snapshots of the database, not too many at a time, for as long as somebody waits for the answer. */
@Component
class Snapshots {
    private final DataSource dataSource;
    private final AbandonedReads abandonedReads;
    private final FeatureSettings settings;
    private final Semaphore places;

    Snapshots(DataSource dataSource, AbandonedReads abandonedReads, FeatureSettings settings) {
        this.dataSource = dataSource;
        this.abandonedReads = abandonedReads;
        this.settings = settings;
        this.places = new Semaphore(settings.concurrentReads(), true);
    }

    /** What is read in a snapshot. */
    interface Reading<T extends @Nullable Object> {
        /**
         * Reads by the connection.
         *
         * @param failures what a failure of a statement means here
         */
        T read(Connection connection, Function<SQLException, ReadFailure> failures) throws SQLException, IOException;
    }

    /**
     * Reads in a snapshot of its own.
     *
     * @param failures what a failure of a statement means, where the client is still there
     * @throws ReadFailure if the database gives no answer, or too many others are being answered
     * @throws IOException if the reading can't go on by itself
     */
    <T> T read(Function<SQLException, ReadFailure> failures, Reading<T> reading) throws IOException {
        takePlace();
        try {
            return inTransaction(failures, reading);
        } finally {
            places.release();
        }
    }

    /** Slow questions must not take all connections: the rest of the server needs some. */
    private void takePlace() {
        try {
            if (!places.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ReadFailure.busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ReadFailure.busy();
        }
    }

    private <T> T inTransaction(Function<SQLException, ReadFailure> failures, Reading<T> reading) throws IOException {
        try (Connection connection = dataSource.getConnection();
                AbandonedReads.Watch watch = abandonedReads.watch(connection)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return readWatched(
                    connection,
                    reading,
                    failure -> watch.isAbandoned() ? ReadFailure.abandoned(failure) : failures.apply(failure));
        } catch (SQLException failure) {
            throw failures.apply(failure);
        }
    }

    private <T> T readWatched(Connection connection, Reading<T> reading, Function<SQLException, ReadFailure> failures)
            throws IOException {
        try {
            limitStatements(connection);
            T answer = reading.read(connection, failures);
            connection.commit();
            return answer;
        } catch (SQLException failure) {
            throw failures.apply(failure);
        }
    }

    /** PostgreSQL counts its own work only, for each portion of rows anew: a slow reader is not cut off. */
    private void limitStatements(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('statement_timeout', ?, true)")) {
            statement.setString(1, Long.toString(settings.statementTimeout().toMillis()));
            statement.execute();
        }
    }
}
