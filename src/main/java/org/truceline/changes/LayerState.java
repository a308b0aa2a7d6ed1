package org.truceline.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.changes.ChangeLogStatements.Present;
import org.truceline.changes.LayerChange.What;
import org.truceline.changes.Revisions.Ground;

/** A layer as a snapshot of the database sees it. Not to be used when the snapshot is over. */
public final class LayerState {
    /** With more it is quicker to make anew what hangs on them. */
    private static final int MOST_TRANSACTIONS = 200;

    /** The same of changes. */
    private static final int MOST_CHANGES = 2_000;

    private final Connection snapshot;
    private final String layerId;
    private final Ground ground;
    private final Optional<Revision> revision;
    private final ChangeLogStatements statements;

    LayerState(
            Connection snapshot,
            String layerId,
            Ground ground,
            Optional<Revision> revision,
            ChangeLogStatements statements) {
        this.snapshot = snapshot;
        this.layerId = layerId;
        this.ground = ground;
        this.revision = revision;
        this.statements = statements;
    }

    /** As {@link Revisions#find} tells it. */
    public Optional<Revision> revision() {
        return revision;
    }

    /** Where the layer stands. Only of use where it has a revision. */
    public ChangeMark mark() throws SQLException {
        return new ChangeMark(
                ground.definition(), statements.readPresent(snapshot).cursor());
    }

    /**
     * Where features were or are that were changed after the mark: longitudes and latitudes of their boxes. Empty where
     * anything may have been changed, and where this snapshot doesn't see all that lies before the mark.
     */
    public Optional<List<Envelope>> boxesSince(ChangeMark mark) throws SQLException {
        Present present = statements.readPresent(snapshot);
        if (!mark.definition().equals(ground.definition())
                || !present.remembers(mark.cursor())
                || !present.cursor().covers(mark.cursor())) {
            return Optional.empty();
        }
        ChangeCursor reading = mark.cursor().towards(present.cursor().seen());
        List<Long> transactions = statements.readTransactions(snapshot, reading, MOST_TRANSACTIONS + 1);
        if (transactions.size() > MOST_TRANSACTIONS) {
            return Optional.empty();
        }
        Map<String, Foundation> foundations = Map.of(layerId, ground.foundation());
        Optional<List<Transaction>> changed = statements.readChanges(snapshot, transactions, foundations, MOST_CHANGES);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        List<Envelope> boxes = new ArrayList<>();
        for (Transaction transaction : changed.get()) {
            for (LayerChange change : transaction.list(reading, statements.places(snapshot))) {
                if (change.what() == What.RESET) {
                    return Optional.empty();
                }
                boxes.addAll(change.boxes());
            }
        }
        return Optional.of(boxes);
    }
}
