package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** The collections: {@code /collections} and {@code /collections/{id}}. */
@RestController
class CollectionsController {
    private final LayerCatalogue catalogue;
    private final CollectionDescriber describer;
    private final BaseUrl baseUrl;

    CollectionsController(LayerCatalogue catalogue, CollectionDescriber describer, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.describer = describer;
        this.baseUrl = baseUrl;
    }

    @GetMapping(path = "/collections", produces = MediaTypes.JSON)
    CollectionDocument.Listing collections(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<CollectionDocument> collections = catalogue.listLayers().stream()
                .map(layer -> describer.describe(layer, resources))
                .toList();
        List<Link> links = List.of(
                new Link(resources.collections(), "self", MediaTypes.JSON, "This document"),
                Link.html(FormatParameter.html(resources.collections())),
                new Link(resources.landingPage(), "root", MediaTypes.JSON, "Landing page"));
        return new CollectionDocument.Listing(links, collections);
    }

    @GetMapping(path = "/collections/{collectionId}", produces = MediaTypes.JSON)
    CollectionDocument collection(@PathVariable String collectionId, HttpServletRequest request) {
        FormatParameter.check(request);
        return catalogue
                .findLayer(collectionId)
                .map(layer -> describer.describe(layer, baseUrl.of(request)))
                .orElseThrow(() -> NotFound.collection(collectionId));
    }
}
