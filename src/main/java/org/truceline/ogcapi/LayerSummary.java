package org.truceline.ogcapi;

import java.util.List;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerText.Licence;
import org.truceline.ogcapi.BaseUrl.Resources;

/**
 * What pages tell of a layer in words.
 *
 * @param lead the first line of its description; may be empty
 * @param paragraphs its description, line by line, then what is odd about it
 * @param licences terms of use whose address a browser may be sent to
 */
record LayerSummary(
        String title,
        String id,
        String href,
        String itemsHref,
        String lead,
        List<String> paragraphs,
        List<String> attributions,
        List<Licence> licences) {
    static LayerSummary of(Layer layer, Resources resources) {
        List<String> paragraphs = layer.text()
                .description()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return new LayerSummary(
                layer.title(),
                layer.id(),
                resources.collection(layer.id()),
                resources.items(layer.id()),
                paragraphs.isEmpty() ? "" : paragraphs.get(0),
                paragraphs,
                layer.text().attributions(),
                layer.text().licences().stream()
                        .filter(LayerSummary::isOnTheWeb)
                        .toList());
    }

    /** A comment can name any address, one that runs a script among them. */
    private static boolean isOnTheWeb(Licence licence) {
        return licence.url().startsWith("https://") || licence.url().startsWith("http://");
    }
}
