package org.truceline.layers;

import java.util.List;

/**
 * What a relation's comment says of it.
 *
 * @param title the comment's first line; empty where there is no comment
 * @param description the lines after it
 * @param licences under what terms the layer's data may be used
 * @param attributions whom to name when the data is shown
 * @param isOfRecords whether it calls the features records: what they tell matters, and most have no place
 */
public record LayerText(
        String title, String description, List<Licence> licences, List<String> attributions, boolean isOfRecords) {
    public LayerText {
        licences = List.copyOf(licences);
        attributions = List.copyOf(attributions);
    }

    /** The terms of use of a layer's data. */
    public record Licence(String url, String title) {}
}
