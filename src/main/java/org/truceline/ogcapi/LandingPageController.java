package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;

/** The way in: {@code /} and {@code /conformance} (OGC API – Features Part 1, §7.2 and §7.4; Processes
 * Part 1, §7.2 and §7.4). */
@RestController
class LandingPageController {
    static final List<String> CONFORMANCE_CLASSES = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/landing-page",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/update",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/features",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/optimistic-locking-etags",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/advanced-property-roles",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/returnables-and-receivables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/sortables",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/collections-selection",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/datetime",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/resources",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/mapbox-styles",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/sld-11",
            "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
            "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
            // The name that the next one had before the standard was adopted, and that older QGIS looks for.
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/array-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
            "http://www.opengis.net/spec/cql2/1.0/conf/functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/arithmetic",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/ogc-process-description",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/json",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/job-list",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/dismiss");

    private final OgcApiSettings settings;
    private final BaseUrl baseUrl;

    LandingPageController(OgcApiSettings settings, BaseUrl baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    record LandingPage(String title, String description, List<Link> links) {}

    record Conformance(List<String> conformsTo, List<Link> links) {}

    @GetMapping(path = "/", produces = MediaTypes.JSON)
    LandingPage landingPage(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        return new LandingPage(
                settings.title(),
                settings.description(),
                List.of(
                        new Link(resources.landingPage(), "self", MediaTypes.JSON, "This document"),
                        Link.html(FormatParameter.html(resources.landingPage())),
                        new Link(resources.apiDefinition(), "service-desc", MediaTypes.OPEN_API, "API definition"),
                        new Link(
                                FormatParameter.html(resources.apiDefinition()),
                                "service-doc",
                                MediaTypes.HTML,
                                "API definition, for people"),
                        new Link(resources.conformance(), "conformance", MediaTypes.JSON, "Conformance classes"),
                        new Link(resources.collections(), "data", MediaTypes.JSON, "Collections"),
                        SearchController.link(resources.search(), "Features of one collection"),
                        TilesetsController.link(resources.tiles(), "Vector tiles of all collections"),
                        new Link(
                                resources.tileMatrixSets(),
                                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                                MediaTypes.JSON,
                                "Tile matrix sets"),
                        StylesController.link(resources.styles(), "Styles of all collections"),
                        new Link(
                                resources.functions(),
                                "http://www.opengis.net/def/rel/ogc/1.0/functions",
                                MediaTypes.JSON,
                                "Functions for filters"),
                        new Link(
                                resources.processes(),
                                "http://www.opengis.net/def/rel/ogc/1.0/processes",
                                MediaTypes.JSON,
                                "Processes"),
                        new Link(
                                resources.jobs(),
                                "http://www.opengis.net/def/rel/ogc/1.0/job-list",
                                MediaTypes.JSON,
                                "Jobs that were asked for from your address"),
                        ChangesController.link(resources.changes()),
                        QgisProjectController.link(resources),
                        new Link(resources.map(), "related", MediaTypes.HTML, "Map")));
    }

    @GetMapping(path = "/conformance", produces = MediaTypes.JSON)
    Conformance conformance(HttpServletRequest request) {
        FormatParameter.check(request);
        String url = baseUrl.of(request).conformance();
        return new Conformance(
                CONFORMANCE_CLASSES,
                List.of(new Link(url, "self", MediaTypes.JSON, "This document"), Link.html(FormatParameter.html(url))));
    }
}
