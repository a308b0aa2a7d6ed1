package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.formats.Format;
import org.truceline.formats.Link;
import org.truceline.formats.PageLinks;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;

/** The links of a page of {@code /collections/{id}/items}. */
record ItemsLinks(Layer layer, Resources resources, QueryParameters parameters, Format format) implements PageLinks {
    @Override
    public List<Link> links(Optional<String> last) {
        String items = resources.items(layer.id());
        List<Link> links = new ArrayList<>();
        links.add(new Link(parameters.appendedTo(items), "self", format.mediaType(), "This document"));
        links.addAll(alternates());
        last.map(position -> parameters.with(ItemsParameters.AFTER, position).appendedTo(items))
                .ifPresent(href -> links.add(new Link(href, "next", format.mediaType(), "Next page")));
        links.add(new Link(resources.collection(layer.id()), "collection", MediaTypes.JSON, layer.title()));
        return links;
    }

    /** The same page in the other formats. */
    List<Link> alternates() {
        return Format.listForPages().stream()
                .filter(other -> other != format)
                .map(other -> new Link(
                        parameters
                                .with(FormatParameter.NAME, other.parameter())
                                .appendedTo(resources.items(layer.id())),
                        "alternate",
                        other.mediaType(),
                        "This document as " + other.title()))
                .toList();
    }
}
