package org.truceline.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.truceline.changes.FoundationReader.State;
import org.truceline.layers.Layer;

/**
 * Tells in which state layers are. What a layer rests on is kept in memory, and followed anew as soon as the definitions
 * that it was read from are others: nothing here hangs on a clock.
 *
 * <p>PostgreSQL reads rows by the snapshot, but plans by the newest definitions. Where one changes between the two, an
 * answer is newer than the revision that it is said to be of. That revision is over then: no later snapshot sees it, so
 * nothing will be taken for unchanged by it.
 */
@Component
public class Revisions {
    private final FoundationReader reader;
    private final ChangeLogStatements statements = new ChangeLogStatements();
    private final Map<String, Known> knownByLayer = new ConcurrentHashMap<>();

    /**
     * What was found out for a layer.
     *
     * @param description stands for all that the server knows of the layer and of coordinate reference systems, since
     *     answers are made of that as well, and the server may learn of a new column later than the snapshot
     */
    private record Known(Layer layer, String description, Foundation foundation, String definitions) {}

    /** A foundation together with the state that it is in. */
    private record Found(Known known, State state) {}

    Revisions(FoundationReader reader) {
        this.reader = reader;
    }

    /**
     * The layer's revision as the snapshot sees it; empty where nothing tells when the layer's answers change, for which
     * the health of the server gives the reasons.
     *
     * @param snapshot in a transaction that is REPEATABLE READ: what it reads next is of this revision
     */
    public Optional<Revision> find(Connection snapshot, Layer layer) throws SQLException {
        return getState(snapshot, layer).revision();
    }

    /**
     * The same, and what tells what has changed since an earlier snapshot.
     *
     * @param snapshot in a transaction that is REPEATABLE READ
     */
    public LayerState getState(Connection snapshot, Layer layer) throws SQLException {
        Found found = look(snapshot, layer);
        Known known = found.known();
        Optional<Revision> revision = known.foundation().obstacles().isEmpty()
                ? found.state()
                        .changes()
                        .map(changes -> Revision.of(layer.id(), known.description(), known.definitions(), changes))
                : Optional.empty();
        return new LayerState(snapshot, layer.id(), ground(known), revision, statements);
    }

    /** What the layer rests on, and what stands for all definitions below it and for what the server knows of it. */
    Ground getGround(Connection snapshot, Layer layer) throws SQLException {
        return ground(look(snapshot, layer).known());
    }

    private static Ground ground(Known known) {
        return new Ground(
                known.foundation(),
                Revision.of(known.description(), known.definitions()).value());
    }

    /** A foundation, and a word for how it is made. */
    record Ground(Foundation foundation, String definition) {}

    private Found look(Connection snapshot, Layer layer) throws SQLException {
        Known known = knownByLayer.get(layer.id());
        if (known != null && known.layer().equals(layer)) {
            State state = reader.readState(snapshot, layer.id(), known.foundation());
            if (state.definitions().equals(known.definitions())) {
                return new Found(known, state);
            }
        }
        Foundation foundation = reader.readFoundation(snapshot, layer.id());
        State state = reader.readState(snapshot, layer.id(), foundation);
        String description = layer + reader.readReferenceSystems(snapshot);
        Known now = new Known(layer, description, foundation, state.definitions());
        knownByLayer.put(layer.id(), now);
        return new Found(now, state);
    }
}
