package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.ogcapi.StyleDocument.Listing;
import org.truceline.ogcapi.StyleDocument.Metadata;

/** What {@link StylesController} serves for programs, as pages for people, with legends and maps that the styles draw. */
@RestController
class StylePages {
    private static final String TITLE = "Styles";

    private final LayerCatalogue catalogue;
    private final StyleDescriber describer;
    private final PageFrame frame;

    StylePages(LayerCatalogue catalogue, StyleDescriber describer, PageFrame frame) {
        this.catalogue = catalogue;
        this.describer = describer;
        this.frame = frame;
    }

    /** A style in a list. */
    record Card(String id, String title, String href) {
        static Card of(StyleDocument.Entry style, Resources resources) {
            return new Card(style.id(), style.title(), resources.style(style.id()));
        }
    }

    @GetMapping(path = "/styles", produces = MediaTypes.HTML)
    ResponseEntity<String> styles(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = frame.resources(request);
        return list(describer.list(resources), Crumb.home(resources), resources.styles(), request);
    }

    @GetMapping(path = "/collections/{collectionId}/styles", produces = MediaTypes.HTML)
    ResponseEntity<String> styles(@PathVariable String collectionId, HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = frame.resources(request);
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        return list(
                describer.list(layer, resources),
                Crumb.collection(layer, resources),
                resources.styles(layer.id()),
                request);
    }

    private ResponseEntity<String> list(Listing listing, List<Crumb> trail, String url, HttpServletRequest request) {
        Resources resources = frame.resources(request);
        List<Card> cards = listing.styles().stream()
                .map(style -> Card.of(style, resources))
                .toList();
        Map<String, Object> content = Map.of("cards", cards);
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(url), MediaTypes.JSON);
        return frame.answer(new HtmlPage(PageTemplate.STYLES, TITLE, trail, alternates, content), request);
    }

    @GetMapping(path = "/styles/{styleId}", produces = MediaTypes.HTML)
    ResponseEntity<String> style(@PathVariable String styleId, HttpServletRequest request) {
        QueryParameters.of(request, Set.of(FormatParameter.NAME));
        NamedStyle style = describer.find(styleId);
        Resources resources = frame.resources(request);
        Metadata metadata = describer.describe(style, resources);
        List<Link> alternates = metadata.stylesheets().stream()
                .map(sheet ->
                        new Link(sheet.link().href(), "alternate", sheet.link().type(), sheet.title()))
                .toList();
        Map<String, Object> content = Map.of(
                "style", metadata,
                "legend", resources.paths().legend(style.id()),
                "legendTexts", String.join("; ", describer.legend(style).texts()),
                "legendPng", resources.legend(style.id()) + "?f=png",
                "metadata", FormatParameter.html(resources.style(style.id()) + "/metadata"),
                "layers",
                        style.layers().stream()
                                .map(layer -> LayerSummary.of(layer, resources))
                                .toList(),
                "map", PageMap.ofStyle(style, catalogue, resources));
        return frame.answer(
                new HtmlPage(PageTemplate.STYLE, style.text().title(), trail(resources), alternates, content), request);
    }

    @GetMapping(path = "/styles/{styleId}/metadata", produces = MediaTypes.HTML)
    ResponseEntity<String> metadata(@PathVariable String styleId, HttpServletRequest request) {
        FormatParameter.check(request);
        NamedStyle style = describer.find(styleId);
        Resources resources = frame.resources(request);
        List<Crumb> trail = new ArrayList<>(trail(resources));
        trail.add(new Crumb(style.text().title(), resources.style(style.id())));
        List<Link> alternates =
                HtmlPage.inJson(FormatParameter.json(resources.style(style.id()) + "/metadata"), MediaTypes.JSON);
        Map<String, Object> content = Map.of("style", describer.describe(style, resources));
        return frame.answer(new HtmlPage(PageTemplate.STYLE_METADATA, "Metadata", trail, alternates, content), request);
    }

    private static List<Crumb> trail(Resources resources) {
        return Crumb.with(Crumb.home(resources), TITLE, resources.styles());
    }
}
