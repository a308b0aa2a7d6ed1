package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.crs.Crs;
import org.truceline.crs.CrsRegistry;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureStore;
import org.truceline.features.PropertyValue;
import org.truceline.formats.AxisOrder;
import org.truceline.formats.GeoJsonDocument;
import org.truceline.formats.Link;
import org.truceline.formats.PageLinks;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** The features of a collection: {@code /collections/{id}/items} and {@code …/items/{featureId}}. */
@RestController
class ItemsController {
    /** Large enough that a failure in a usual page can still be answered with a problem document. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final LayerCatalogue catalogue;
    private final FeatureStore store;
    private final CrsRegistry registry;
    private final OfferedCrs offeredCrs;
    private final BaseUrl baseUrl;

    ItemsController(
            LayerCatalogue catalogue,
            FeatureStore store,
            CrsRegistry registry,
            OfferedCrs offeredCrs,
            BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.store = store;
        this.registry = registry;
        this.offeredCrs = offeredCrs;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/collections/{collectionId}/items")
    void items(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Layer layer = getLayer(collectionId);
        QueryParameters parameters = QueryParameters.of(request, ItemsParameters.known(layer));
        CrsParameters crsParameters = new CrsParameters(registry, offeredCrs.list(layer));
        Crs crs = parameters.find(ItemsParameters.CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        FeatureQuery query = ItemsParameters.parse(layer, parameters, crsParameters, crs);
        Resources resources = baseUrl.of(request);
        prepare(response, crs);
        PageLinks links = last -> pageLinks(layer, resources, parameters, last);
        store.read(query, GeoJsonDocument.collection(query, axisOrder(crs), links, response.getOutputStream()));
    }

    @GetMapping("/collections/{collectionId}/items/{featureId}")
    void item(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Layer layer = getLayer(collectionId);
        QueryParameters parameters = QueryParameters.of(request, Set.of(ItemsParameters.FORMAT, ItemsParameters.CRS));
        parameters.find(ItemsParameters.FORMAT, ItemsParameters::requireGeoJson);
        CrsParameters crsParameters = new CrsParameters(registry, offeredCrs.list(layer));
        Crs crs = parameters.find(ItemsParameters.CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        PropertyValue id = parseId(layer, featureId);
        Resources resources = baseUrl.of(request);
        List<Link> links = List.of(
                new Link(resources.item(layer.id(), featureId), "self", MediaTypes.GEO_JSON, "This document"),
                new Link(resources.collection(layer.id()), "collection", MediaTypes.JSON, layer.title()));
        prepare(response, crs);
        FeatureQuery query = FeatureQuery.byId(layer, id, crs.srid());
        GeoJsonDocument.SingleFeature feature =
                GeoJsonDocument.feature(query, axisOrder(crs), links, response.getOutputStream());
        store.read(query, feature);
        if (!feature.isFound()) {
            throw NotFound.feature(collectionId, featureId);
        }
    }

    private Layer getLayer(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
    }

    /** A text that can't be an id of this layer names no feature of it. */
    private static PropertyValue parseId(Layer layer, String featureId) {
        try {
            return PropertyValue.parse(layer.idColumn(), featureId);
        } catch (IllegalArgumentException notAnId) {
            throw NotFound.feature(layer.id(), featureId);
        }
    }

    private static AxisOrder axisOrder(Crs crs) {
        return crs.isNorthingFirst() ? AxisOrder.NORTHING_FIRST : AxisOrder.EASTING_FIRST;
    }

    private static void prepare(HttpServletResponse response, Crs crs) {
        response.setBufferSize(BUFFER_BYTES);
        response.setContentType(MediaTypes.GEO_JSON);
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
    }

    private static List<Link> pageLinks(
            Layer layer, Resources resources, QueryParameters parameters, Optional<String> last) {
        String items = resources.items(layer.id());
        List<Link> links = new ArrayList<>();
        links.add(new Link(parameters.appendedTo(items), "self", MediaTypes.GEO_JSON, "This document"));
        last.map(position -> parameters.with(ItemsParameters.AFTER, position).appendedTo(items))
                .ifPresent(href -> links.add(new Link(href, "next", MediaTypes.GEO_JSON, "Next page")));
        links.add(new Link(resources.collection(layer.id()), "collection", MediaTypes.JSON, layer.title()));
        return links;
    }
}
