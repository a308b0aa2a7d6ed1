package org.truceline.features;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ends queries that nobody waits for any more. While rows are written a client's leaving shows by itself; while the
 * database is at work, counting or on the way to the first row, nothing is written, so the client is looked after.
 */
@Component
class AbandonedReads implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedReads.class);
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final ClientPresence presence;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "abandoned-reads");
        thread.setDaemon(true);
        return thread;
    });

    AbandonedReads(ClientPresence presence) {
        this.presence = presence;
        var unused = lookout.scheduleWithFixedDelay(
                () -> watches.forEach(Watch::look), MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** From now on, and until the watch is closed, whatever the connection runs is for this thread's client. */
    Watch watch(Connection connection) {
        Watch watch = new Watch(connection, presence.hasLeft());
        watches.add(watch);
        return watch;
    }

    @Override
    public void destroy() {
        lookout.shutdownNow();
    }

    /** A connection that reads for a client. */
    final class Watch implements AutoCloseable {
        private final Connection connection;
        private final BooleanSupplier hasLeft;
        private boolean isOver;
        private volatile boolean isAbandoned;

        private Watch(Connection connection, BooleanSupplier hasLeft) {
            this.connection = connection;
            this.hasLeft = hasLeft;
        }

        /** Whether the client was found to have left. */
        boolean isAbandoned() {
            return isAbandoned;
        }

        /**
         * Each time anew once the client has left: between two statements there is nothing to cancel. Not after the end,
         * when the connection may run somebody else's.
         */
        private synchronized void look() {
            try {
                if (!isOver && (isAbandoned || hasLeft.getAsBoolean())) {
                    isAbandoned = true;
                    connection.unwrap(PGConnection.class).cancelQuery();
                }
            } catch (SQLException | RuntimeException failure) {
                LOG.debug("A query that nobody waits for can't be cancelled: {}", failure.getMessage());
            }
        }

        @Override
        public synchronized void close() {
            isOver = true;
            watches.remove(this);
        }
    }
}
