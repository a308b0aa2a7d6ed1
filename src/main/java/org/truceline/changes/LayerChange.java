package org.truceline.changes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * What a transaction did to a layer.
 *
 * @param time when the transaction began
 * @param boxes longitudes and latitudes between which the feature was shown before or is shown since; empty where it has
 *     no geometry, and where it may have been any feature
 * @param cursor behind it
 */
public record LayerChange(Subject subject, What what, Instant time, List<Envelope> boxes, ChangeCursor cursor) {
    public LayerChange {
        boxes = boxes.stream().map(Envelope::copy).toList();
    }

    /**
     * What was changed.
     *
     * @param layer the layer's id; empty where it may have been any
     * @param feature the feature's id; empty where it may have been any
     */
    public record Subject(Optional<String> layer, Optional<String> feature) {}

    /** What happened to the feature, as the layer shows it. */
    public enum What {
        INSERT,
        UPDATE,
        DELETE,
        /** What is known of the layer may be true no more: anything may be other than it was. */
        RESET
    }

    /** Whatever of a layer, or of all where none is named. */
    static LayerChange reset(Optional<String> layer, Instant time, ChangeCursor cursor) {
        return new LayerChange(new Subject(layer, Optional.empty()), What.RESET, time, List.of(), cursor);
    }
}
