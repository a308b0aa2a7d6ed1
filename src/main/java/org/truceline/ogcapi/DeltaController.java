package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.changes.ChangeCursor;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureStore;
import org.truceline.features.PropertyValue;
import org.truceline.formats.DeltaDocument;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.DeltaLog.Part;
import org.truceline.ogcapi.RequestFailure.NotFound;

/**
 * What became of a collection since a place: {@code /collections/{id}/changes}, for mirrors. The log tells which features
 * were changed; what they say, the collection itself tells as it is by then, so that no more is told than it shows.
 */
@RestController
class DeltaController {
    /** The place in the log; what the member {@code cursor} of every answer says. */
    static final String SINCE = "since";

    private final LayerCatalogue catalogue;
    private final DeltaLog log;
    private final FeatureStore store;
    private final BaseUrl baseUrl;

    DeltaController(LayerCatalogue catalogue, DeltaLog log, FeatureStore store, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.log = log;
        this.store = store;
        this.baseUrl = baseUrl;
    }

    static Link link(String url, String title) {
        return new Link(url, "monitor", MediaTypes.JSON, title);
    }

    @GetMapping("/collections/{collectionId}" + ChangesController.PATH)
    void changes(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        QueryParameters parameters = QueryParameters.of(request, Set.of(SINCE));
        Optional<ChangeCursor> since = parameters.find(SINCE, ChangeCursor::parse);
        String changes = baseUrl.of(request).changes(layer.id());
        Part part = log.read(layer, since, changes);

        List<Link> links = new ArrayList<>();
        links.add(new Link(parameters.appendedTo(changes), "self", MediaTypes.JSON, "This document"));
        String cursor = part.end().toString();
        if (part.isFollowed()) {
            String next = parameters.with(SINCE, cursor).appendedTo(changes);
            links.add(new Link(next, "next", MediaTypes.JSON, "Further changes"));
        }
        FeatureQuery query = FeatureQuery.byIds(layer, listIds(layer, part), Crs.CRS84.srid());
        response.setContentType(MediaTypes.JSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        store.read(
                query,
                new DeltaDocument(
                        query, part.features(), new DeltaDocument.Place(cursor, links), response.getOutputStream()));
    }

    private static List<PropertyValue> listIds(Layer layer, Part part) {
        return part.features().stream()
                .map(id -> ItemsController.parseId(layer, id))
                .toList();
    }
}
