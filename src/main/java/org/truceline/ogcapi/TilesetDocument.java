package org.truceline.ogcapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truceline.formats.Link;

/** The tiles of one tile matrix set described (OGC Two Dimensional Tile Matrix Set 2.0, tileset metadata). */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TilesetDocument(
        String title,
        Optional<String> description,
        Optional<String> attribution,
        String dataType,
        String crs,
        String tileMatrixSetId,
        String tileMatrixSetURI,
        List<Limits> tileMatrixSetLimits,
        Optional<BoundingBox> boundingBox,
        Optional<List<LayerOfTiles>> layers,
        List<Link> links) {

    /** All tilesets of a resource; the members that only a tileset by itself has are left out of each. */
    record Listing(List<TilesetDocument> tilesets, List<Link> links) {}

    record Limits(String tileMatrix, long minTileRow, long maxTileRow, long minTileCol, long maxTileCol) {}

    record BoundingBox(List<Double> lowerLeft, List<Double> upperRight, String crs) {}

    /**
     * A layer of the tiles.
     *
     * @param geometryDimension 0 for points, 1 for lines, 2 for areas; absent where they may be anything
     * @param propertiesSchema JSON Schema of the features' properties
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LayerOfTiles(
            String id,
            String title,
            Optional<String> description,
            String dataType,
            Optional<Integer> geometryDimension,
            String minTileMatrix,
            String maxTileMatrix,
            Map<String, Object> propertiesSchema) {}
}
