package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.FeatureVersions.Part;
import org.truceline.ogcapi.FeatureVersions.Question;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.ogcapi.RequestFailure.NotFound;

/** The versions of a feature: {@code /collections/{id}/items/{featureId}/versions}. */
@RestController
class VersionsController {
    /** The moment before which the versions are wanted: what {@code next} links carry. */
    static final String BEFORE = "before";

    /** IANA's relation to what tells of all versions (RFC 5829). */
    static final String RELATION = "version-history";

    private static final int DEFAULT_LIMIT = 25;

    /** Each is read twice. */
    private static final int MAXIMUM_LIMIT = 100;

    private final LayerCatalogue catalogue;
    private final FeatureVersions versions;
    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    VersionsController(LayerCatalogue catalogue, FeatureVersions versions, BaseUrl baseUrl, HtmlPages pages) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    record Document(String id, List<FeatureVersion> versions, List<Link> links) {}

    @GetMapping(path = "/collections/{collectionId}/items/{featureId}/versions", produces = MediaTypes.JSON)
    ResponseEntity<Document> versions(
            @PathVariable String collectionId, @PathVariable String featureId, HttpServletRequest request)
            throws IOException {
        Answer answer = read(collectionId, featureId, request);
        List<Link> links = new ArrayList<>();
        links.add(new Link(answer.self(), "self", MediaTypes.JSON, "This document"));
        links.add(Link.html(answer.in("html")));
        answer.next().ifPresent(next -> links.add(new Link(next, "next", MediaTypes.JSON, "Earlier versions")));
        links.add(new Link(answer.feature(), "item", MediaTypes.GEO_JSON, "The feature as it is now"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Document(featureId, answer.part().versions(), links));
    }

    @GetMapping(path = "/collections/{collectionId}/items/{featureId}/versions", produces = MediaTypes.HTML)
    ResponseEntity<String> page(
            @PathVariable String collectionId, @PathVariable String featureId, HttpServletRequest request)
            throws IOException {
        Answer answer = read(collectionId, featureId, request);
        Map<String, Object> content = Map.of(
                "versions", answer.part().versions(), "next", answer.next().orElse(""));
        List<Crumb> trail = Crumb.with(Crumb.items(answer.layer(), answer.resources()), featureId, answer.feature());
        HtmlPage page = new HtmlPage(
                PageTemplate.VERSIONS,
                featureId + ": versions",
                trail,
                HtmlPage.inJson(answer.in("json"), MediaTypes.JSON),
                content);
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noStore());
        return pages.answer(page, request, HttpStatus.OK, headers);
    }

    /** What both forms of the answer are made of. */
    private record Answer(Layer layer, String featureId, QueryParameters parameters, Resources resources, Part part) {
        String feature() {
            return resources.item(layer.id(), featureId);
        }

        String self() {
            return parameters.appendedTo(resources.versions(layer.id(), featureId));
        }

        String in(String format) {
            return parameters.with(FormatParameter.NAME, format).appendedTo(resources.versions(layer.id(), featureId));
        }

        Optional<String> next() {
            return part.next()
                    .map(moment -> parameters
                            .with(BEFORE, moment.toString())
                            .appendedTo(resources.versions(layer.id(), featureId)));
        }
    }

    private Answer read(String collectionId, String featureId, HttpServletRequest request) throws IOException {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        String table = layer.text().records().orElseThrow(() -> NotFound.versions(collectionId));
        QueryParameters parameters =
                QueryParameters.of(request, Set.of(FormatParameter.NAME, ItemsParameters.LIMIT, BEFORE));
        parameters.find(FormatParameter.NAME, FormatParameter::requireOffered);
        int limit = parameters
                .find(ItemsParameters.LIMIT, VersionsController::parseLimit)
                .orElse(DEFAULT_LIMIT);
        Optional<Instant> before = parameters.find(BEFORE, DatetimeParameter::parseMoment);
        Resources resources = baseUrl.of(request);
        Part part = versions.read(
                new Question(layer, table, featureId, before, limit), resources.item(collectionId, featureId));
        if (part.versions().isEmpty() && part.next().isEmpty() && before.isEmpty()) {
            throw NotFound.feature(collectionId, featureId);
        }
        return new Answer(layer, featureId, parameters, resources, part);
    }

    private static int parseLimit(String text) {
        return Math.min(ItemsParameters.parseLimit(text), MAXIMUM_LIMIT);
    }
}
