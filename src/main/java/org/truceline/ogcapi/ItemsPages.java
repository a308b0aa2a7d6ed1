package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureQuery;
import org.truceline.formats.HtmlDocument;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.ogcapi.RequestFailure.NotFound;

/**
 * The features of a collection as pages for people. They tell places in longitude and latitude, whatever {@code crs}
 * asks for: it stays in the addresses and means the GeoJSON that pages link to.
 */
@RestController
class ItemsPages {
    private final LayerCatalogue catalogue;
    private final Delivery delivery;
    private final OfferedCrs offeredCrs;
    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    ItemsPages(LayerCatalogue catalogue, Delivery delivery, OfferedCrs offeredCrs, BaseUrl baseUrl, HtmlPages pages) {
        this.catalogue = catalogue;
        this.delivery = delivery;
        this.offeredCrs = offeredCrs;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    /** The answer to a question for the layer's features. */
    void items(Layer layer, QueryParameters given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ItemsQuestion question = ItemsQuestion.of(layer, given, baseUrl.of(request));
        QuestionForm.of(question).offerTo(request);
        QueryParameters parameters = question.parameters();
        CrsParameters crsParameters = offeredCrs.parameters(layer);
        parameters.find(ItemsParameters.CRS, crsParameters::parseCrs);
        FeatureQuery query = ItemsParameters.parse(layer, parameters, crsParameters, Crs.CRS84);
        Resources resources = question.resources();
        PageMap map = PageMap.of(layer, question.mapFeatures(), catalogue, resources.paths());
        TableFrame frame = new TableFrame(query, question, map, page -> pages.render(page, request));
        QueryParameters moment = parameters.keep(ItemsParameters.AS_OF);
        prepare(PageTemplate.ITEMS, response);
        delivery.deliver(
                query,
                HtmlDocument.rows(
                        query,
                        frame,
                        id -> moment.appendedTo(resources.item(layer.id(), id)),
                        response.getOutputStream()),
                request,
                response);
    }

    @GetMapping(path = "/collections/{collectionId}/items/{featureId}", produces = MediaTypes.HTML)
    void item(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Layer layer = getLayer(collectionId);
        QueryParameters parameters = QueryParameters.of(request, ItemsParameters.OF_FEATURE);
        parameters.find(FormatParameter.NAME, FormatParameter::requireFeatureFormat);
        parameters.find(ItemsParameters.CRS, offeredCrs.parameters(layer)::parseCrs);
        Optional<Instant> moment = ItemsParameters.findMoment(parameters);
        FeatureQuery query =
                FeatureQuery.byId(layer, ItemsController.parseId(layer, featureId), Crs.CRS84.srid(), moment);
        Resources resources = baseUrl.of(request);
        List<Link> alternates = HtmlPage.inJson(
                parameters.with(FormatParameter.NAME, "json").appendedTo(resources.item(layer.id(), featureId)),
                MediaTypes.GEO_JSON);
        Map<String, Object> content = Map.of(
                "layer",
                layer.title(),
                "versions",
                layer.text().records().isPresent() ? resources.versions(layer.id(), featureId) : "",
                "map",
                map(layer, featureId, parameters.keep(ItemsParameters.AS_OF), resources.paths()));
        HtmlPage page =
                new HtmlPage(PageTemplate.FEATURE, featureId, Crumb.items(layer, resources), alternates, content);
        prepare(PageTemplate.FEATURE, response);
        HtmlDocument.SingleFeature feature =
                HtmlDocument.feature(query, SplitPage.of(pages.render(page, request)), response.getOutputStream());
        if (delivery.deliver(query, feature, request, response) && !feature.isFound()) {
            throw NotFound.feature(collectionId, featureId);
        }
    }

    private PageMap map(Layer layer, String featureId, QueryParameters moment, Resources paths) {
        String features = moment.with(FormatParameter.NAME, "json").appendedTo(paths.item(layer.id(), featureId));
        return PageMap.of(layer, features, catalogue, paths);
    }

    private void prepare(PageTemplate template, HttpServletResponse response) {
        response.setBufferSize(FeatureAnswer.BUFFER_BYTES);
        pages.prepare(template, response);
    }

    private Layer getLayer(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
    }
}
