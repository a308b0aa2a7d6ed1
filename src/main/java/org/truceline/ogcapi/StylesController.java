package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** Styles (OGC API – Styles, draft 20-009, §7): {@code /styles}, each of them, and what is told of it. */
@RestController
class StylesController {
    private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/styles";

    private final LayerCatalogue catalogue;
    private final StyleDescriber describer;
    private final Stylesheets stylesheets;
    private final BaseUrl baseUrl;

    StylesController(LayerCatalogue catalogue, StyleDescriber describer, Stylesheets stylesheets, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.describer = describer;
        this.stylesheets = stylesheets;
        this.baseUrl = baseUrl;
    }

    static Link link(String href, String title) {
        return new Link(href, RELATION, MediaTypes.JSON, title);
    }

    @GetMapping(path = "/styles", produces = MediaTypes.JSON)
    StyleDocument.Listing styles(HttpServletRequest request) {
        FormatParameter.check(request);
        return describer.list(baseUrl.of(request));
    }

    @GetMapping(path = "/collections/{collectionId}/styles", produces = MediaTypes.JSON)
    StyleDocument.Listing styles(@PathVariable String collectionId, HttpServletRequest request) {
        FormatParameter.check(request);
        return describer.list(
                catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId)),
                baseUrl.of(request));
    }

    @GetMapping("/styles/{styleId}")
    ResponseEntity<?> style(@PathVariable String styleId, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        NamedStyle style = describer.find(styleId);
        StyleFormat format = FormChoice.of(request, style.formats());
        Resources resources = baseUrl.of(request);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(stylesheets.write(style, format, resources));
    }

    @GetMapping(path = "/styles/{styleId}/metadata", produces = MediaTypes.JSON)
    StyleDocument.Metadata metadata(@PathVariable String styleId, HttpServletRequest request) {
        FormatParameter.check(request);
        return describer.describe(describer.find(styleId), baseUrl.of(request));
    }
}
