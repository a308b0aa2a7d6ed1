package org.truceline.editing;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;

/** What a layer shows of the table that it is edited in, as the transaction that edits sees it. */
record ShownLayer(JdbcClient jdbc, Layer layer) {
    /** A millimetre: what is left of a place that went through another reference system and back. */
    private static final double SAME_PLACE_DEG = 1e-8;

    boolean shows(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + Identifiers.relation(layer) + " l WHERE " + isThisOne() + ")")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** An edit can't make a feature another collection's, or nobody's. */
    void requireShown(String id) {
        if (!shows(id)) {
            throw new EditFailure.Invalid(
                    List.of(
                            new Fault(
                                    layer.geometry().name(),
                                    "the collection wouldn't show the feature; expected is one that belongs into it, as by its geometry")));
        }
    }

    /**
     * What an edit says of a feature, without its place where that is none of the record's own: it may follow from other
     * columns, as a sector from a bearing, and who sends it back as it was read says nothing of it.
     */
    Draft withoutDerivedPlace(String id, Draft draft, StoredRecord now) {
        String geometry = layer.geometry().name();
        Optional<String> written = draft.values().getOrDefault(geometry, Optional.empty());
        Optional<String> stored = layer.text()
                .edited()
                .map(table -> table.columns().getOrDefault(geometry, ""))
                .flatMap(column -> now.values().getOrDefault(column, Optional.empty()));
        return written.isPresent() && stored.isEmpty() && showsAt(id, written.get())
                ? draft.withoutValue(geometry)
                : draft;
    }

    private boolean showsAt(String id, String place) {
        return jdbc.sql("SELECT coalesce(ST_HausdorffDistance(l."
                        + Identifiers.quote(layer.geometry().name()) + ", CAST(? AS geometry)) < " + SAME_PLACE_DEG
                        + ", false) FROM " + Identifiers.relation(layer) + " l WHERE " + isThisOne())
                .params(place, id)
                .query(Boolean.class)
                .single();
    }

    private String isThisOne() {
        return "l." + Identifiers.quote(layer.idColumn().name()) + " = CAST(? AS "
                + layer.idColumn().sqlType() + ")";
    }
}
