package org.truceline.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Reads the change log: each change once, transaction by transaction, as soon as it is committed. A transaction that takes
 * long holds up no other.
 */
@Component
public class ChangeLog {
    /** The most transactions of a page. */
    private static final int PAGE = 200;

    /** Transactions whose changes are read at a time. Each may have some thousands. */
    private static final int AT_ONCE = 20;

    /** With so many changes a page is full. */
    private static final int ENOUGH = 500;

    private static final long BEHIND_EACH_CHANGE = 999_999_999_999_999_999L;

    private final DataSource dataSource;
    private final TableGuard guard;
    private final ChangeLogStatements statements = new ChangeLogStatements();

    ChangeLog(DataSource dataSource, TableGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    /**
     * Changes that follow each other.
     *
     * @param end where to read on; behind the last change, or farther
     */
    public record Page(List<LayerChange> changes, ChangeCursor end) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Behind all that is committed by now.
     *
     * @throws ChangeLogUnavailable if the database doesn't tell, or if the log is another database's still
     */
    public ChangeCursor findEnd() {
        return read(statements::readPresent).cursor();
    }

    /**
     * Whether the log still holds all changes behind the cursor.
     *
     * @throws ChangeLogUnavailable if the database doesn't tell
     */
    public boolean remembers(ChangeCursor cursor) {
        return read(statements::readPresent).remembers(cursor);
    }

    /**
     * What follows behind a cursor, some of it. There is more until the end of the page {@link ChangeCursor#isAtEnd}.
     *
     * @param end as far as this, or as far as the cursor was being read towards
     * @throws ChangeLogUnavailable if the database doesn't tell
     */
    public Page read(ChangeCursor cursor, ChangeCursor end) {
        ChangeCursor reading = cursor.isAtEnd() ? cursor.towards(end.seen()) : cursor;
        return read(snapshot -> {
            List<Long> transactions = statements.readTransactions(snapshot, reading, PAGE);
            List<LayerChange> changes = new ArrayList<>();
            int done = 0;
            while (done < transactions.size() && changes.size() < ENOUGH) {
                int next = Math.min(done + AT_ONCE, transactions.size());
                List<Long> some = transactions.subList(done, next);
                for (Transaction transaction : statements.readChanges(snapshot, some, known())) {
                    changes.addAll(transaction.list(reading, statements.places(snapshot)));
                }
                done = next;
            }
            changes.removeIf(change -> !isBehind(change.cursor(), cursor));
            boolean isLast = transactions.size() < PAGE && done == transactions.size();
            ChangeCursor last = isLast ? reading.atEnd() : reading.at(transactions.get(done - 1), BEHIND_EACH_CHANGE);
            return new Page(changes, last);
        });
    }

    /** A change for whoever has lost the place. */
    public static LayerChange resetOfAll(ChangeCursor end) {
        return LayerChange.reset(Optional.empty(), Instant.now(), end);
    }

    private static boolean isBehind(ChangeCursor change, ChangeCursor cursor) {
        return change.transaction() > cursor.transaction()
                || (change.transaction() == cursor.transaction() && change.change() > cursor.change());
    }

    /** Without it nothing is known to be a change of some layer, and everything would be passed over. */
    private Map<String, Foundation> known() {
        Map<String, Foundation> foundations = guard.foundations();
        if (foundations.isEmpty()) {
            throw new ChangeLogUnavailable("what layers rest on has not been read yet");
        }
        return foundations;
    }

    /** What is read of a snapshot. */
    private interface Reading<T> {
        T read(Connection snapshot) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T answer = reading.read(connection);
            connection.commit();
            return Objects.requireNonNull(answer);
        } catch (SQLException failure) {
            throw new ChangeLogUnavailable("the database gave no answer", failure);
        }
    }
}
