package org.truceline.ogcapi;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.truceline.changes.ChangeCursor;
import org.truceline.changes.ChangeLog;
import org.truceline.changes.ChangeLog.Page;
import org.truceline.changes.LayerChange;
import org.truceline.changes.LayerChange.What;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.ogcapi.RequestFailure.Outdated;

/** Tells which features of a collection were changed since a place, part by part. */
@Component
class DeltaLog {
    /** How much of the log is looked through for a part: others' changes stand in it as well. */
    private static final int MOST_PAGES = 20;

    /** With so many changed features a part is full; the page of the log that fills it may bring as many again. */
    private static final int ENOUGH = 200;

    private final ChangeLog log;

    DeltaLog(ChangeLog log) {
        this.log = log;
    }

    /**
     * Some of what was changed.
     *
     * @param features the ids of those that were, each once
     * @param end where the next part begins
     */
    record Part(Set<String> features, ChangeCursor end) {
        /** Whether more is known already. */
        boolean isFollowed() {
            return !end.isAtEnd();
        }
    }

    /**
     * Reads a part.
     *
     * @param since where it begins; without it, at the present, before which nothing is told
     * @param changes the address that the collection's changes are asked at
     * @throws NotFound if the collection can change without a trace
     * @throws Outdated if what was changed isn't known any more, or may be anything
     * @throws org.truceline.changes.ChangeLogUnavailable if the database doesn't tell
     */
    Part read(Layer layer, Optional<ChangeCursor> since, String changes) {
        if (!log.holdsAllOf(layer.id())) {
            throw NotFound.changes(layer.id());
        }
        if (since.isEmpty()) {
            return new Part(Set.of(), log.findEnd());
        }
        Set<String> features = new LinkedHashSet<>();
        ChangeCursor end = since.get();
        for (int pages = 0; pages < MOST_PAGES && features.size() < ENOUGH; pages++) {
            Page page = log.read(layer.id(), end).orElseThrow(() -> Outdated.forgotten(changes));
            for (LayerChange change : page.changes()) {
                if (change.what() == What.RESET) {
                    throw Outdated.reset(changes);
                }
                change.subject().feature().ifPresent(features::add);
            }
            end = page.end();
            if (end.isAtEnd()) {
                break;
            }
        }
        return new Part(features, end);
    }
}
