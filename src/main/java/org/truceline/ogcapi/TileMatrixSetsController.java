package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.tiles.TileMatrixSet;

/** The ways in which the world is cut into tiles: {@code /tileMatrixSets} and {@code /tileMatrixSets/{id}}. */
@RestController
class TileMatrixSetsController {
    private final BaseUrl baseUrl;

    TileMatrixSetsController(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @GetMapping(path = "/tileMatrixSets", produces = MediaTypes.JSON)
    TileMatrixSetDocument.Listing tileMatrixSets(HttpServletRequest request) {
        FormatParameter.check(request);
        String url = baseUrl.of(request).tileMatrixSets();
        return new TileMatrixSetDocument.Listing(
                Arrays.stream(TileMatrixSet.values())
                        .map(set -> TileMatrixSetDocument.entry(set, url + "/" + set.id()))
                        .toList(),
                List.of(new Link(url, "self", MediaTypes.JSON, "This document"), Link.html(FormatParameter.html(url))));
    }

    @GetMapping(path = "/tileMatrixSets/{tileMatrixSetId}", produces = MediaTypes.JSON)
    ResponseEntity<TileMatrixSetDocument> tileMatrixSet(
            @PathVariable String tileMatrixSetId, HttpServletRequest request) {
        FormatParameter.check(request);
        TileMatrixSet set = TilesetsController.getSet(tileMatrixSetId);
        String page = FormatParameter.html(baseUrl.of(request).tileMatrixSet(set.id()));
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Link.html(page).toHeader())
                .body(TileMatrixSetDocument.of(set));
    }
}
