package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.tiles.TileMatrixSet;

/** What {@link TilesetsController} describes for programs, as pages for people, with a map that draws the tiles. */
@RestController
class TilesetPages {
    private final TiledResources resources;
    private final TilesetDescriber describer;
    private final LayerCatalogue catalogue;
    private final HtmlPages pages;

    TilesetPages(TiledResources resources, TilesetDescriber describer, LayerCatalogue catalogue, HtmlPages pages) {
        this.resources = resources;
        this.describer = describer;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /** A tileset in the list of a resource's. */
    record Card(TileMatrixSet set, String href, String tile, String matrices) {
        static Card of(TiledResource resource, TileMatrixSet set) {
            return new Card(
                    set,
                    resource.tileset(set),
                    resource.tile(set, "{z}/{y}/{x}"),
                    resource.resources().tileMatrixSet(set.id()));
        }
    }

    @GetMapping(path = "/tiles", produces = MediaTypes.HTML)
    ResponseEntity<String> tilesets(HttpServletRequest request) {
        return list(resources.ofAll(request, FormatParameter::requireOffered), request);
    }

    @GetMapping(path = "/tiles/{tileMatrixSetId}", produces = MediaTypes.HTML)
    ResponseEntity<String> tileset(@PathVariable String tileMatrixSetId, HttpServletRequest request) {
        TiledResource resource = resources.ofAll(request, TilesetsController::requireFormat);
        return describe(resource, TilesetsController.getSet(tileMatrixSetId), request);
    }

    @GetMapping(path = "/collections/{collectionId}/tiles", produces = MediaTypes.HTML)
    ResponseEntity<String> tilesets(@PathVariable String collectionId, HttpServletRequest request) {
        return list(resources.of(collectionId, request, FormatParameter::requireOffered), request);
    }

    @GetMapping(path = "/collections/{collectionId}/tiles/{tileMatrixSetId}", produces = MediaTypes.HTML)
    ResponseEntity<String> tileset(
            @PathVariable String collectionId, @PathVariable String tileMatrixSetId, HttpServletRequest request) {
        TiledResource resource = resources.of(collectionId, request, TilesetsController::requireFormat);
        return describe(resource, TilesetsController.getSet(tileMatrixSetId), request);
    }

    private ResponseEntity<String> list(TiledResource resource, HttpServletRequest request) {
        Map<String, Object> content = Map.of(
                "resource", resource.title(),
                "layers", layers(resource),
                "cards",
                        Arrays.stream(TileMatrixSet.values())
                                .map(set -> Card.of(resource, set))
                                .toList());
        List<Link> alternates = HtmlPage.inJson(resource.listing(FormatParameter.JSON), MediaTypes.JSON);
        return pages.answer(
                new HtmlPage(PageTemplate.TILESETS, "Vector tiles", resource.trail(), alternates, content), request);
    }

    private ResponseEntity<String> describe(TiledResource resource, TileMatrixSet set, HttpServletRequest request) {
        TilesetDocument tileset = describer.describe(resource, set);
        Map<String, Object> content = Map.of(
                "resource", resource.title(),
                "layers", layers(resource),
                "card", Card.of(resource, set),
                "paragraphs", tileset.description().orElse("").lines().toList(),
                "attribution", tileset.attribution().orElse(""),
                "limits", tileset.tileMatrixSetLimits(),
                "tileJson", resource.tileJson(),
                "mercator", resource.tileset(TileMatrixSet.WEB_MERCATOR_QUAD),
                "map", PageMap.ofTiles(resource, catalogue));
        List<Link> alternates = HtmlPage.inJson(resource.tileset(set, FormatParameter.JSON), MediaTypes.JSON);
        List<Crumb> trail = Crumb.with(resource.trail(), "Vector tiles", resource.listing());
        return pages.answer(new HtmlPage(template(set), set.id(), trail, alternates, content), request);
    }

    /** Web maps draw squares of Web Mercator, and no others. */
    private static PageTemplate template(TileMatrixSet set) {
        return set == TileMatrixSet.WEB_MERCATOR_QUAD ? PageTemplate.TILESET_WITH_MAP : PageTemplate.TILESET;
    }

    private static List<LayerSummary> layers(TiledResource resource) {
        return resource.layers().stream()
                .map(layer -> LayerSummary.of(layer, resource.resources()))
                .toList();
    }
}
