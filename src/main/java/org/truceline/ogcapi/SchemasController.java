package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** What the features of a collection hold, and what can be asked of them, as JSON Schema. */
@RestController
class SchemasController {
    static final String SCHEMA = "schema";
    static final String QUERYABLES = "queryables";
    static final String SORTABLES = "sortables";

    private final LayerCatalogue catalogue;
    private final BaseUrl baseUrl;

    SchemasController(LayerCatalogue catalogue, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.baseUrl = baseUrl;
    }

    @GetMapping(path = "/collections/{collectionId}/" + SCHEMA, produces = MediaTypes.SCHEMA)
    ResponseEntity<Map<String, Object>> schema(@PathVariable String collectionId, HttpServletRequest request) {
        return describe(collectionId, SCHEMA, request, LayerSchema::returnables);
    }

    @GetMapping(path = "/collections/{collectionId}/" + QUERYABLES, produces = MediaTypes.SCHEMA)
    ResponseEntity<Map<String, Object>> queryables(@PathVariable String collectionId, HttpServletRequest request) {
        return describe(collectionId, QUERYABLES, request, LayerSchema::queryables);
    }

    @GetMapping(path = "/collections/{collectionId}/" + SORTABLES, produces = MediaTypes.SCHEMA)
    ResponseEntity<Map<String, Object>> sortables(@PathVariable String collectionId, HttpServletRequest request) {
        return describe(collectionId, SORTABLES, request, LayerSchema::sortables);
    }

    private ResponseEntity<Map<String, Object>> describe(
            String collectionId,
            String kind,
            HttpServletRequest request,
            Function<LayerSchema, Map<String, Object>> description) {
        FormatParameter.check(request);
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        String url = baseUrl.of(request).schema(collectionId, kind);
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Link.html(FormatParameter.html(url)).toHeader())
                .body(description.apply(new LayerSchema(layer, url)));
    }
}
