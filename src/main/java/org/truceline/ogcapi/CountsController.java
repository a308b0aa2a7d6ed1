package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.features.FeatureQuery;
import org.truceline.formats.CountsDocument;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** How many features of a collection there are in groups: {@code /collections/{id}/counts}. */
@RestController
class CountsController {
    static final String PATH = "counts";

    private final LayerCatalogue catalogue;
    private final Delivery delivery;
    private final OfferedCrs offeredCrs;
    private final BaseUrl baseUrl;

    CountsController(LayerCatalogue catalogue, Delivery delivery, OfferedCrs offeredCrs, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.delivery = delivery;
        this.offeredCrs = offeredCrs;
        this.baseUrl = baseUrl;
    }

    @GetMapping(path = "/collections/{collectionId}/" + PATH, produces = MediaTypes.JSON)
    void counts(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        QueryParameters parameters = QueryParameters.of(request, CountParameters.known(layer));
        FeatureQuery query = CountParameters.parse(layer, parameters, offeredCrs.parameters(layer));
        Resources resources = baseUrl.of(request);
        List<Link> links = List.of(
                new Link(parameters.appendedTo(resources.counts(layer.id())), "self", MediaTypes.JSON, "This document"),
                new Link(resources.collection(layer.id()), "collection", MediaTypes.JSON, layer.title()));
        response.setBufferSize(FeatureAnswer.BUFFER_BYTES);
        response.setContentType(MediaTypes.JSON);
        delivery.deliver(query, new CountsDocument(query, links, response.getOutputStream()), request, response);
    }
}
