package org.truceline.ogcapi;

import java.util.List;
import java.util.Map;
import org.truceline.formats.Format;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;

/**
 * A layer to be had as a whole in one format.
 *
 * @param id the format's, for programs
 * @param title the format's, for people
 * @param extension of file names, without the dot
 * @param href absolute; parameters that choose features can be added
 */
record Download(String id, String title, String extension, String mediaType, String href) {
    /** All features of the layer. */
    static List<Download> list(Layer layer, Resources resources) {
        return list(layer, resources, new QueryParameters(Map.of()));
    }

    /**
     * Those features that parameters choose.
     *
     * @param parameters that requests for all features at once may use
     */
    static List<Download> list(Layer layer, Resources resources, QueryParameters parameters) {
        return Format.listForWholes().stream()
                .map(format -> new Download(
                        format.parameter(),
                        format.title(),
                        format.extension(),
                        format.mediaType(),
                        parameters.appendedTo(resources.export(layer.id(), format.extension()))))
                .toList();
    }

    Link toLink(Layer layer) {
        return new Link(href, "enclosure", mediaType, layer.title() + ": all features as " + title);
    }
}
