package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.tiles.TileMatrixSet;

/**
 * What tiles there are (OGC API – Tiles Part 1, §8 to §10): {@code /tiles} and {@code /collections/{id}/tiles}, and each
 * with a tile matrix set, as tileset metadata or as TileJSON 3.
 */
@RestController
class TilesetsController {
    static final String TILE_JSON = "tilejson";

    private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private final TiledResources resources;
    private final TilesetDescriber describer;

    TilesetsController(TiledResources resources, TilesetDescriber describer) {
        this.resources = resources;
        this.describer = describer;
    }

    static Link link(String href, String title) {
        return new Link(href, RELATION, MediaTypes.JSON, title);
    }

    @GetMapping(path = "/tiles", produces = MediaTypes.JSON)
    TilesetDocument.Listing tilesets(HttpServletRequest request) {
        return describer.list(resources.ofAll(request, FormatParameter::requireOffered));
    }

    @GetMapping(path = "/tiles/{tileMatrixSetId}", produces = MediaTypes.JSON)
    Object tileset(@PathVariable String tileMatrixSetId, HttpServletRequest request) {
        return describe(resources.ofAll(request, TilesetsController::requireFormat), getSet(tileMatrixSetId), request);
    }

    @GetMapping(path = "/collections/{collectionId}/tiles", produces = MediaTypes.JSON)
    TilesetDocument.Listing tilesets(@PathVariable String collectionId, HttpServletRequest request) {
        return describer.list(resources.of(collectionId, request, FormatParameter::requireOffered));
    }

    @GetMapping(path = "/collections/{collectionId}/tiles/{tileMatrixSetId}", produces = MediaTypes.JSON)
    Object tileset(
            @PathVariable String collectionId, @PathVariable String tileMatrixSetId, HttpServletRequest request) {
        return describe(
                resources.of(collectionId, request, TilesetsController::requireFormat),
                getSet(tileMatrixSetId),
                request);
    }

    private Object describe(TiledResource resource, TileMatrixSet set, HttpServletRequest request) {
        if (Representation.findFormat(request).filter(TILE_JSON::equals).isEmpty()) {
            return describer.describe(resource, set);
        }
        if (set != TileMatrixSet.WEB_MERCATOR_QUAD) {
            throw new InvalidParameter(
                    FormatParameter.NAME,
                    "TileJSON knows no tiles but those of " + TileMatrixSet.WEB_MERCATOR_QUAD.id()
                            + "; expected is that tile matrix set, or f=json.");
        }
        return describer.tileJson(resource);
    }

    static TileMatrixSet getSet(String id) {
        return TileMatrixSet.find(id)
                .orElseThrow(() -> NotFound.tileMatrixSet(
                        id,
                        Arrays.stream(TileMatrixSet.values())
                                .map(TileMatrixSet::id)
                                .collect(Collectors.joining(", "))));
    }

    /**
     * Checks the parameters of a resource that comes in JSON only.
     *
     * @throws InvalidParameter if there is any other than {@code f=json}
     */
    static void checkJsonOnly(HttpServletRequest request) {
        QueryParameters.of(request, Set.of(FormatParameter.NAME))
                .find(FormatParameter.NAME, TilesetsController::requireJson);
    }

    private static String requireJson(String format) {
        if (!format.equals("json")) {
            throw new IllegalArgumentException("expected is json");
        }
        return format;
    }

    /** What a tileset comes in: what other documents do, and TileJSON. */
    static String requireFormat(String format) {
        return switch (format) {
            case FormatParameter.JSON, FormatParameter.HTML, TILE_JSON -> format;
            default -> throw new IllegalArgumentException("expected is json, html or " + TILE_JSON);
        };
    }
}
