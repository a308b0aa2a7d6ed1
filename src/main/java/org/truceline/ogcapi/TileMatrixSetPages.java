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
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.tiles.TileMatrixSet;

/** The ways in which the world is cut into tiles, as pages for people. */
@RestController
class TileMatrixSetPages {
    private static final String TITLE = "Tile matrix sets";

    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    TileMatrixSetPages(BaseUrl baseUrl, HtmlPages pages) {
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    /** A set in the list. */
    record Card(TileMatrixSetDocument set, String href) {}

    @GetMapping(path = "/tileMatrixSets", produces = MediaTypes.HTML)
    ResponseEntity<String> tileMatrixSets(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<Card> cards = Arrays.stream(TileMatrixSet.values())
                .map(set -> new Card(TileMatrixSetDocument.of(set), resources.tileMatrixSet(set.id())))
                .toList();
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.tileMatrixSets()), MediaTypes.JSON);
        return pages.answer(
                new HtmlPage(
                        PageTemplate.TILE_MATRIX_SETS,
                        TITLE,
                        Crumb.home(resources),
                        alternates,
                        Map.of("cards", cards)),
                request);
    }

    @GetMapping(path = "/tileMatrixSets/{tileMatrixSetId}", produces = MediaTypes.HTML)
    ResponseEntity<String> tileMatrixSet(@PathVariable String tileMatrixSetId, HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        TileMatrixSet set = TilesetsController.getSet(tileMatrixSetId);
        List<Link> alternates =
                HtmlPage.inJson(FormatParameter.json(resources.tileMatrixSet(set.id())), MediaTypes.JSON);
        return pages.answer(
                new HtmlPage(
                        PageTemplate.TILE_MATRIX_SET,
                        set.id(),
                        Crumb.with(Crumb.home(resources), TITLE, resources.tileMatrixSets()),
                        alternates,
                        Map.of("set", TileMatrixSetDocument.of(set))),
                request);
    }
}
