package org.truceline.editing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;

/** What a layer shows of the table that it is edited in, as the transaction that edits sees it. */
record ShownLayer(JdbcClient jdbc, Layer layer) {
    boolean shows(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + Identifiers.relation(layer) + " l WHERE l."
                        + Identifiers.quote(layer.idColumn().name()) + " = CAST(? AS "
                        + layer.idColumn().sqlType() + "))")
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
}
