package org.truceline.ogcapi;

import java.util.List;
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
    static List<Download> list(Layer layer, Resources resources) {
        return Format.listForWholes().stream()
                .map(format -> new Download(
                        format.parameter(),
                        format.title(),
                        format.extension(),
                        format.mediaType(),
                        resources.export(layer.id(), format.extension())))
                .toList();
    }

    Link toLink(Layer layer) {
        return new Link(href, "enclosure", mediaType, layer.title() + ": all features as " + title);
    }
}
