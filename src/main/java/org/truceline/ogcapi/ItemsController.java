package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.crs.Crs;
import org.truceline.editing.FeatureEditor;
import org.truceline.features.FeatureQuery;
import org.truceline.features.PropertyValue;
import org.truceline.formats.GeoJsonDocument;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** The features of a collection: {@code /collections/{id}/items} and {@code …/items/{featureId}}. */
@RestController
class ItemsController {
    private final LayerCatalogue catalogue;
    private final Delivery delivery;
    private final OfferedCrs offeredCrs;
    private final BaseUrl baseUrl;
    private final ItemsAnswers answers;
    private final FeatureEditor editor;

    ItemsController(
            LayerCatalogue catalogue,
            Delivery delivery,
            OfferedCrs offeredCrs,
            BaseUrl baseUrl,
            ItemsAnswers answers,
            FeatureEditor editor) {
        this.catalogue = catalogue;
        this.delivery = delivery;
        this.offeredCrs = offeredCrs;
        this.baseUrl = baseUrl;
        this.answers = answers;
        this.editor = editor;
    }

    /** In all formats: which one is asked for is found later on, since there are more than other resources have. */
    @GetMapping("/collections/{collectionId}/items")
    void items(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        answers.answer(getLayer(collectionId), QueryParameters.of(request), request, response);
    }

    @GetMapping(path = "/collections/{collectionId}/items/{featureId}", produces = MediaTypes.GEO_JSON)
    void item(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Layer layer = getLayer(collectionId);
        QueryParameters parameters = QueryParameters.of(request, ItemsParameters.OF_FEATURE);
        parameters.find(ItemsParameters.FORMAT, FormatParameter::requireFeatureFormat);
        CrsParameters crsParameters = offeredCrs.parameters(layer);
        Crs crs = parameters.find(ItemsParameters.CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        PropertyValue id = parseId(layer, featureId);
        Resources resources = baseUrl.of(request);
        List<Link> links = new ArrayList<>(List.of(
                new Link(
                        parameters.keep(ItemsParameters.AS_OF).appendedTo(resources.item(layer.id(), featureId)),
                        "self",
                        MediaTypes.GEO_JSON,
                        "This document"),
                Link.html(parameters
                        .with(FormatParameter.NAME, "html")
                        .appendedTo(resources.item(layer.id(), featureId))),
                new Link(resources.collection(layer.id()), "collection", MediaTypes.JSON, layer.title())));
        if (layer.text().records().isPresent()) {
            String versions = resources.versions(layer.id(), featureId);
            links.add(new Link(versions, VersionsController.RELATION, MediaTypes.JSON, "Versions of this feature"));
        }
        prepare(response, crs);
        FeatureQuery query = FeatureQuery.byId(layer, id, crs.srid(), ItemsParameters.findMoment(parameters));
        GeoJsonDocument.SingleFeature feature =
                GeoJsonDocument.feature(query, FeatureAnswer.axisOrder(crs), links, response.getOutputStream());
        // Read before the feature: a tag of an older version makes an edit fail, one of a newer one would let it pass.
        UnaryOperator<String> refinement =
                query.selection().asOf().isPresent() ? tag -> tag : withRev(layer, featureId);
        if (delivery.deliver(query, feature, refinement, request, response) && !feature.isFound()) {
            throw NotFound.feature(collectionId, featureId);
        }
    }

    private UnaryOperator<String> withRev(Layer layer, String featureId) {
        Optional<Long> rev = layer.text().edited().flatMap(table -> editor.findRev(table, featureId));
        return tag -> rev.map(number -> RevTag.of(number, tag)).orElse(tag);
    }

    private Layer getLayer(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
    }

    /** A text that can't be an id of this layer names no feature of it. */
    static PropertyValue parseId(Layer layer, String featureId) {
        try {
            return PropertyValue.parse(layer.idColumn(), featureId);
        } catch (IllegalArgumentException notAnId) {
            throw NotFound.feature(layer.id(), featureId);
        }
    }

    private static void prepare(HttpServletResponse response, Crs crs) {
        response.setBufferSize(FeatureAnswer.BUFFER_BYTES);
        response.setContentType(MediaTypes.GEO_JSON);
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
    }
}
