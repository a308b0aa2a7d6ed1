package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.tiles.TileAddress;
import org.truceline.tiles.TileContent;
import org.truceline.tiles.TileQuestion;
import org.truceline.tiles.Tiles;

/** Tiles, of one collection and of all: {@code …/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}}. */
@RestController
class TilesController {
    private final LayerCatalogue catalogue;
    private final OfferedCrs offeredCrs;
    private final Tiles tiles;
    private final TileLimits limits;

    TilesController(LayerCatalogue catalogue, OfferedCrs offeredCrs, Tiles tiles, TileLimits limits) {
        this.catalogue = catalogue;
        this.offeredCrs = offeredCrs;
        this.tiles = tiles;
        this.limits = limits;
    }

    /** Where a tile is, as the address says it. */
    record Place(String tileMatrixSetId, String tileMatrix, String tileRow, String tileCol) {
        TileAddress address() {
            try {
                return new TileAddress(
                        TilesetsController.getSet(tileMatrixSetId),
                        Integer.parseInt(tileMatrix),
                        Long.parseLong(tileRow),
                        Long.parseLong(tileCol));
            } catch (NumberFormatException noNumber) {
                throw NotFound.tile(path(), "matrix, row and column are whole numbers");
            } catch (IllegalArgumentException outside) {
                throw NotFound.tile(path(), String.valueOf(outside.getMessage()));
            }
        }

        private String path() {
            return tileMatrix + "/" + tileRow + "/" + tileCol;
        }
    }

    @GetMapping("/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
    void tile(@PathVariable String collectionId, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Layer layer = catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
        TileAddress tile = place.address();
        QueryParameters parameters = QueryParameters.of(request, TileParameters.known(layer));
        TileQuestion question = TileParameters.parse(layer, tile, parameters, offeredCrs.parameters(layer));
        answer(tile, List.of(layer), tiles.read(List.of(question)), request, response);
    }

    @GetMapping("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
    void tile(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TileAddress tile = place.address();
        QueryParameters parameters = QueryParameters.of(request, TileParameters.OF_ALL);
        List<Layer> layers = CollectionsParameter.find(parameters, catalogue);
        QueryParameters ofEach = parameters.without(CollectionsParameter.NAME);
        List<TileQuestion> questions = layers.stream()
                .map(layer -> TileParameters.parse(layer, tile, ofEach, offeredCrs.parameters(layer)))
                .toList();
        answer(tile, layers, tiles.read(questions), request, response);
    }

    /** Within the limits a tile without features is an empty one, beyond them there is none (requirements 5 and 6). */
    private void answer(
            TileAddress tile,
            List<Layer> layers,
            TileContent content,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (content.isEmpty() && !limits.hold(tile, layers)) {
            throw NotFound.tile(tile.toString(), "it lies outside the limits, where nothing is");
        }
        TileAnswer.send(content, request, response);
    }
}
