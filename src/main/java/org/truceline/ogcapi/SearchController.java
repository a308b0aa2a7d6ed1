package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.NotFound;

/**
 * Questions for features that are too long for an address, sent in the body of a request: the parameters of {@code
 * /collections/{id}/items}, and the same answers.
 */
@RestController
class SearchController {
    /** Which collection {@code /search} asks. */
    static final String COLLECTIONS = "collections";

    private final LayerCatalogue catalogue;
    private final ItemsAnswers answers;

    SearchController(LayerCatalogue catalogue, ItemsAnswers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    /** Where to send such questions. */
    static Link link(String href, String title) {
        return new Link(href, "search", MediaTypes.GEO_JSON, title + ", asked by POST", Optional.of(Map.of()));
    }

    @OpenToAll
    @PostMapping("/collections/{collectionId}/search")
    void searchCollection(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        answers.answer(layer, SearchBody.read(request), request, response);
    }

    /** One collection at a time: features of several have no order in common, nor the same properties. */
    @OpenToAll
    @PostMapping("/search")
    void search(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        QueryParameters parameters = SearchBody.read(request);
        Layer layer = parameters
                .find(COLLECTIONS, this::getLayer)
                .orElseThrow(() -> new InvalidParameter(
                        COLLECTIONS, "The parameter \"" + COLLECTIONS + "\" is missing; expected is one collection."));
        answers.answer(layer, parameters.without(COLLECTIONS), request, response);
    }

    private Layer getLayer(String id) {
        return catalogue
                .findLayer(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected is the id of one collection of those that /collections lists"));
    }
}
