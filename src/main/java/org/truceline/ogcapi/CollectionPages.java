package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.features.LayerExtent;
import org.truceline.features.LayerExtents;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** The collections as pages for people. */
@RestController
class CollectionPages {
    /** Many enough to see where a layer is, and few enough for any browser; the map says when there are more. */
    private static final String MAP_LIMIT = "1000";

    private final LayerCatalogue catalogue;
    private final LayerExtents extents;
    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    CollectionPages(LayerCatalogue catalogue, LayerExtents extents, BaseUrl baseUrl, HtmlPages pages) {
        this.catalogue = catalogue;
        this.extents = extents;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    /** A layer in the list of all. */
    record Card(LayerSummary layer, ExtentInWords extent) {}

    @GetMapping(path = "/collections", produces = MediaTypes.HTML)
    ResponseEntity<String> collections(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<Card> cards = catalogue.listLayers().stream()
                .map(layer -> new Card(LayerSummary.of(layer, resources), ExtentInWords.of(extents.findExtent(layer))))
                .toList();
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.collections()), MediaTypes.JSON);
        return pages.answer(
                new HtmlPage(
                        PageTemplate.COLLECTIONS,
                        "Collections",
                        Crumb.home(resources),
                        alternates,
                        Map.of("cards", cards)),
                request);
    }

    @GetMapping(path = "/collections/{collectionId}", produces = MediaTypes.HTML)
    ResponseEntity<String> collection(@PathVariable String collectionId, HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        Layer layer = getLayer(collectionId);
        Optional<LayerExtent> extent = extents.findExtent(layer);
        String schemaUrl = resources.schema(layer.id(), SchemasController.SCHEMA);
        Map<String, Object> content = Map.of(
                "layer", LayerSummary.of(layer, resources),
                "extent", ExtentInWords.of(extent),
                "map", map(layer, resources.paths()),
                "notes", layer.notes(),
                "schema", SchemaRow.listRows(new LayerSchema(layer, schemaUrl).returnables()),
                "examples", ExampleRequests.list(layer, extent, resources),
                "queryables", resources.schema(layer.id(), SchemasController.QUERYABLES),
                "sortables", resources.schema(layer.id(), SchemasController.SORTABLES),
                "tiles", resources.tiles(layer.id()),
                "downloads", Download.list(layer, resources));
        List<Link> alternates =
                HtmlPage.inJson(FormatParameter.json(resources.collection(layer.id())), MediaTypes.JSON);
        return pages.answer(
                new HtmlPage(PageTemplate.COLLECTION, layer.title(), Crumb.collections(resources), alternates, content),
                request);
    }

    private PageMap map(Layer layer, Resources paths) {
        String features = new QueryParameters(Map.of(ItemsParameters.LIMIT, MAP_LIMIT, FormatParameter.NAME, "json"))
                .appendedTo(paths.items(layer.id()));
        return PageMap.of(layer, features, catalogue, paths);
    }

    private Layer getLayer(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
    }
}
