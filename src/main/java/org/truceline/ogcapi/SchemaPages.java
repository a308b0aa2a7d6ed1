package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** What {@link SchemasController} describes for programs, as tables for people. */
@RestController
class SchemaPages {
    private final LayerCatalogue catalogue;
    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    SchemaPages(LayerCatalogue catalogue, BaseUrl baseUrl, HtmlPages pages) {
        this.catalogue = catalogue;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    /** Which of the three schemas, and what to say of it. */
    private record Kind(
            String name, String title, String lead, Function<LayerSchema, Map<String, Object>> description) {}

    private static final Kind SCHEMA =
            new Kind(SchemasController.SCHEMA, "Properties", "What each feature holds.", LayerSchema::returnables);
    private static final Kind QUERYABLES = new Kind(
            SchemasController.QUERYABLES,
            "Queryables",
            "What questions can be asked about: the properties that a filter can name.",
            LayerSchema::queryables);
    private static final Kind SORTABLES = new Kind(
            SchemasController.SORTABLES, "Sortables", "What features can be put in order by.", LayerSchema::sortables);

    @GetMapping(path = "/collections/{collectionId}/" + SchemasController.SCHEMA, produces = MediaTypes.HTML)
    ResponseEntity<String> schema(@PathVariable String collectionId, HttpServletRequest request) {
        return describe(collectionId, SCHEMA, request);
    }

    @GetMapping(path = "/collections/{collectionId}/" + SchemasController.QUERYABLES, produces = MediaTypes.HTML)
    ResponseEntity<String> queryables(@PathVariable String collectionId, HttpServletRequest request) {
        return describe(collectionId, QUERYABLES, request);
    }

    @GetMapping(path = "/collections/{collectionId}/" + SchemasController.SORTABLES, produces = MediaTypes.HTML)
    ResponseEntity<String> sortables(@PathVariable String collectionId, HttpServletRequest request) {
        return describe(collectionId, SORTABLES, request);
    }

    private ResponseEntity<String> describe(String collectionId, Kind kind, HttpServletRequest request) {
        FormatParameter.check(request);
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        Resources resources = baseUrl.of(request);
        String url = resources.schema(layer.id(), kind.name());
        Map<String, Object> content = Map.of(
                "lead", kind.lead(),
                "schema", SchemaRow.listRows(kind.description().apply(new LayerSchema(layer, url))));
        return pages.answer(
                new HtmlPage(
                        PageTemplate.SCHEMA,
                        kind.title(),
                        Crumb.collection(layer, resources),
                        HtmlPage.inJson(FormatParameter.json(url), MediaTypes.SCHEMA),
                        content),
                request);
    }
}
