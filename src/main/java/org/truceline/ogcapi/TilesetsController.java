package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
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
    private static final Set<String> KNOWN = Set.of(FormatParameter.NAME);
    private static final Set<String> KNOWN_OF_ALL = Set.of(FormatParameter.NAME, CollectionsParameter.NAME);

    private final LayerCatalogue catalogue;
    private final TilesetDescriber describer;
    private final BaseUrl baseUrl;

    TilesetsController(LayerCatalogue catalogue, TilesetDescriber describer, BaseUrl baseUrl) {
        this.catalogue = catalogue;
        this.describer = describer;
        this.baseUrl = baseUrl;
    }

    static Link link(String href, String title) {
        return new Link(href, RELATION, MediaTypes.JSON, title);
    }

    @GetMapping(path = "/tiles", produces = MediaTypes.JSON)
    TilesetDocument.Listing tilesets(HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN_OF_ALL);
        parameters.find(FormatParameter.NAME, TilesetsController::requireJson);
        return describer.list(ofAll(parameters, request));
    }

    @GetMapping(path = "/tiles/{tileMatrixSetId}", produces = MediaTypes.JSON)
    Object tileset(@PathVariable String tileMatrixSetId, HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN_OF_ALL);
        return describe(ofAll(parameters, request), getSet(tileMatrixSetId), parameters);
    }

    @GetMapping(path = "/collections/{collectionId}/tiles", produces = MediaTypes.JSON)
    TilesetDocument.Listing tilesets(@PathVariable String collectionId, HttpServletRequest request) {
        checkJsonOnly(request);
        return describer.list(TiledResource.of(getLayer(collectionId), baseUrl.of(request)));
    }

    @GetMapping(path = "/collections/{collectionId}/tiles/{tileMatrixSetId}", produces = MediaTypes.JSON)
    Object tileset(
            @PathVariable String collectionId, @PathVariable String tileMatrixSetId, HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN);
        TiledResource resource = TiledResource.of(getLayer(collectionId), baseUrl.of(request));
        return describe(resource, getSet(tileMatrixSetId), parameters);
    }

    private Object describe(TiledResource resource, TileMatrixSet set, QueryParameters parameters) {
        String format = parameters
                .find(FormatParameter.NAME, TilesetsController::requireTilesetFormat)
                .orElse("json");
        if (!format.equals(TILE_JSON)) {
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

    private TiledResource ofAll(QueryParameters parameters, HttpServletRequest request) {
        return TiledResource.of(CollectionsParameter.find(parameters, catalogue), parameters, baseUrl.of(request));
    }

    private Layer getLayer(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
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
        QueryParameters.of(request, KNOWN).find(FormatParameter.NAME, TilesetsController::requireJson);
    }

    private static String requireJson(String format) {
        if (!format.equals("json")) {
            throw new IllegalArgumentException("expected is json");
        }
        return format;
    }

    private static String requireTilesetFormat(String format) {
        if (!format.equals("json") && !format.equals(TILE_JSON)) {
            throw new IllegalArgumentException("expected is json or " + TILE_JSON);
        }
        return format;
    }
}
