package org.truceline.changes;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * What the log tells of one statement's work on one feature of a layer, or on the layer.
 *
 * @param number its place in the transaction
 * @param feature its id, or the word of the kin; empty where it may have been any
 */
record LoggedChange(long number, Kind kind, Optional<String> feature, Sight before, Sight after) {
    /** What was changed. */
    enum Kind {
        /** The feature itself. */
        FEATURE,
        /** A part of the feature, which doesn't tell where that lies. */
        PART,
        /** Another feature, on which hangs what those show that are found by this word. */
        KIN,
        /** The layer. */
        LAYER,
        /** Something of the tables below that the layer doesn't show. */
        NOTHING
    }

    /**
     * How a layer shows a feature.
     *
     * @param isShown whether it does
     * @param box where; empty where it has no geometry, and where that isn't known
     */
    record Sight(boolean isShown, Optional<Envelope> box) {}
}
