package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.features.FilterFunctions;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.processes.Processes;

/** The landing page, the conformance classes and the API definition as pages for people. */
@RestController
class CapabilityPages {
    private final LayerCatalogue catalogue;
    private final OgcApiSettings settings;
    private final BaseUrl baseUrl;
    private final HtmlPages pages;
    private final Processes processes;

    CapabilityPages(
            LayerCatalogue catalogue, OgcApiSettings settings, BaseUrl baseUrl, HtmlPages pages, Processes processes) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.pages = pages;
        this.processes = processes;
    }

    @GetMapping(path = "/", produces = MediaTypes.HTML)
    ResponseEntity<String> landingPage(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<LayerSummary> layers = catalogue.listLayers().stream()
                .map(layer -> LayerSummary.of(layer, resources))
                .toList();
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.landingPage()), MediaTypes.JSON);
        Map<String, Object> content = Map.of(
                "description",
                settings.description(),
                "layers",
                layers,
                "tiles",
                resources.tiles(),
                "styles",
                resources.styles(),
                "qgis",
                resources.qgisProject());
        return pages.answer(
                new HtmlPage(PageTemplate.LANDING, settings.title(), List.of(), alternates, content), request);
    }

    @GetMapping(path = "/conformance", produces = MediaTypes.HTML)
    ResponseEntity<String> conformance(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.conformance()), MediaTypes.JSON);
        Map<String, Object> content = Map.of("classes", LandingPageController.CONFORMANCE_CLASSES);
        return pages.answer(
                new HtmlPage(PageTemplate.CONFORMANCE, "Conformance", Crumb.home(resources), alternates, content),
                request);
    }

    @GetMapping(path = "/api", produces = MediaTypes.HTML)
    ResponseEntity<String> apiDefinition(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<Layer> layers = catalogue.listLayers();
        ApiListing listing = ApiListing.of(
                new OpenApiDocument(settings, resources.base(), layers, processes.list()).toJson(), layers);
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.apiDefinition()), MediaTypes.OPEN_API);
        return pages.answer(
                new HtmlPage(
                        PageTemplate.API, "API definition", Crumb.home(resources), alternates, Map.of("api", listing)),
                request);
    }

    @GetMapping(path = "/functions", produces = MediaTypes.HTML)
    ResponseEntity<String> functions(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.functions()), MediaTypes.JSON);
        Map<String, Object> content = Map.of("functions", FilterFunctions.list());
        return pages.answer(
                new HtmlPage(
                        PageTemplate.FUNCTIONS, "Functions for filters", Crumb.home(resources), alternates, content),
                request);
    }
}
