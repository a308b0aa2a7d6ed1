package org.truceline.layers;

import java.util.List;
import java.util.Optional;

/**
 * What a relation's comment says of it.
 *
 * @param title the comment's first line; empty where there is no comment
 * @param description the lines after it
 * @param licences under what terms the layer's data may be used
 * @param attributions whom to name when the data is shown
 * @param isOfRecords whether it calls the features records: what they tell matters, and most have no place
 * @param records the table in the schema {@code ceasefire} whose records are the features, by the same ids, where the
 *     comment names one: versions of its records are versions of the features
 * @param edited where the features can be edited, if they can
 */
public record LayerText(
        String title,
        String description,
        List<Licence> licences,
        List<String> attributions,
        boolean isOfRecords,
        Optional<String> records,
        Optional<EditedTable> edited) {
    public LayerText {
        licences = List.copyOf(licences);
        attributions = List.copyOf(attributions);
    }

    /** The terms of use of a layer's data. */
    public record Licence(String url, String title) {}
}
