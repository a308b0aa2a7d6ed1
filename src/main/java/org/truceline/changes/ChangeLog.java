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

    /** With so many changes a page is full: written, they wait in memory for a listener that takes nothing. */
    private static final int ENOUGH = 200;

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
     * Whether no change to a layer can miss the log.
     *
     * @throws ChangeLogUnavailable if it isn't known yet what the layer rests on
     */
    public boolean holdsAllOf(String layer) {
        return known(layer).obstacles().isEmpty();
    }

    /**
     * What was done to one layer behind a cursor, some of it; empty where the log doesn't hold all of it any more.
     *
     * @throws ChangeLogUnavailable if the database doesn't tell, or if it isn't known yet what the layer rests on
     */
    public Optional<Page> read(String layer, ChangeCursor cursor) {
        Map<String, Foundation> foundation = Map.of(layer, known(layer));
        return read(snapshot -> {
            ChangeLogStatements.Present present = statements.readPresent(snapshot);
            return present.remembers(cursor)
                    ? Optional.of(readPage(snapshot, towards(cursor, present.cursor()), foundation))
                    : Optional.empty();
        });
    }

    /**
     * What follows behind a cursor, some of it. There is more until the end of the page {@link ChangeCursor#isAtEnd}.
     *
     * @param end as far as this, or as far as the cursor was being read towards
     * @throws ChangeLogUnavailable if the database doesn't tell
     */
    public Page read(ChangeCursor cursor, ChangeCursor end) {
        return read(snapshot -> readPage(snapshot, towards(cursor, end), known()));
    }

    private static ChangeCursor towards(ChangeCursor cursor, ChangeCursor end) {
        return cursor.isAtEnd() ? cursor.towards(end.seen()) : cursor;
    }

    private Page readPage(Connection snapshot, ChangeCursor reading, Map<String, Foundation> foundations)
            throws SQLException {
        List<Long> transactions = statements.readTransactions(snapshot, reading, PAGE);
        List<LayerChange> changes = new ArrayList<>();
        int done = 0;
        while (done < transactions.size() && changes.size() < ENOUGH) {
            // Each may have changed thousands of features, or one: as many again as turned out to be too few.
            int next = Math.min(2 * done + 1, transactions.size());
            List<Long> some = transactions.subList(done, next);
            for (Transaction transaction : statements.readChanges(snapshot, some, foundations)) {
                changes.addAll(transaction.list(reading, statements.places(snapshot)));
            }
            done = next;
        }
        List<LayerChange> full = cutWhereFull(changes);
        if (full.size() < changes.size()) {
            return new Page(full, full.get(full.size() - 1).cursor());
        }
        boolean isLast = transactions.size() < PAGE && done == transactions.size();
        return new Page(changes, isLast ? reading.atEnd() : reading.behind(transactions.get(done - 1)));
    }

    /** Not within what one change did: whoever goes on from there hears all of that again. */
    private static List<LayerChange> cutWhereFull(List<LayerChange> changes) {
        int size = Math.min(ENOUGH, changes.size());
        while (size < changes.size() && changes.get(size - 1).cursor().isWithinChange()) {
            size++;
        }
        return changes.subList(0, size);
    }

    /** A change for whoever has lost the place. */
    public static LayerChange resetOfAll(ChangeCursor end) {
        return LayerChange.reset(Optional.empty(), Instant.now(), end);
    }

    /** Without it nothing is known to be a change of some layer, and everything would be passed over. */
    private Map<String, Foundation> known() {
        Map<String, Foundation> foundations = guard.foundations();
        if (foundations.isEmpty()) {
            throw new ChangeLogUnavailable("what layers rest on has not been read yet");
        }
        return foundations;
    }

    private Foundation known(String layer) {
        Foundation foundation = guard.foundations().get(layer);
        if (foundation == null) {
            throw new ChangeLogUnavailable("what the layer " + layer + " rests on has not been read yet");
        }
        return foundation;
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
