package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.formats.Format;
import org.truceline.formats.Link;
import org.truceline.formats.PageLinks;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/**
 * The links of a page of features: addresses of {@code /collections/{id}/items}, also where a body asked. Only a question
 * that is too long for an address is asked by a body again.
 *
 * @param longestAddress how many characters an address may have
 */
record ItemsLinks(Layer layer, Resources resources, QueryParameters parameters, Format format, int longestAddress)
        implements PageLinks {
    /** Whoever asked by an address reaches the server with as long a one: of the 64 KB that it reads of headers. */
    static final int LONGEST_ASKED_BY_ADDRESS = 60_000;
    /** Whoever asked by a body may have had to: proxies take 8 KB, and some clients less. */
    static final int LONGEST_ASKED_BY_BODY = 4_000;

    @Override
    public List<Link> links(Optional<String> last) {
        List<Link> links = new ArrayList<>();
        if (isAddress(parameters)) {
            links.add(new Link(href(parameters), "self", format.mediaType(), "This document"));
            links.addAll(alternates());
        }
        last.map(position -> next(parameters.with(ItemsParameters.AFTER, position)))
                .ifPresent(links::add);
        links.add(new Link(resources.collection(layer.id()), "collection", MediaTypes.JSON, layer.title()));
        return links;
    }

    /** The same page in the other formats. */
    List<Link> alternates() {
        return Format.listForPages().stream()
                .filter(other -> other != format)
                .map(other -> new Link(
                        href(parameters.with(FormatParameter.NAME, other.parameter())),
                        "alternate",
                        other.mediaType(),
                        "This document as " + other.title()))
                .toList();
    }

    /**
     * Makes sure that the question fits an address, for formats whose links can't be anything else.
     *
     * @throws InvalidParameter if it doesn't
     */
    void requireAddress() {
        if (!isAddress(parameters)) {
            throw new InvalidParameter(
                    FormatParameter.NAME,
                    "The links of a page in " + format.title() + " can't hold a question of more than " + longestAddress
                            + " characters; expected is another format.");
        }
    }

    private Link next(QueryParameters asked) {
        return isAddress(asked)
                ? new Link(href(asked), "next", format.mediaType(), "Next page")
                : new Link(
                        resources.search(layer.id()),
                        "next",
                        format.mediaType(),
                        "Next page",
                        Optional.of(asked.values()));
    }

    private boolean isAddress(QueryParameters asked) {
        return href(asked).length() <= longestAddress;
    }

    private String href(QueryParameters asked) {
        return asked.appendedTo(resources.items(layer.id()));
    }
}
