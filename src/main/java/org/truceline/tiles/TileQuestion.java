package org.truceline.tiles;

import org.truceline.features.FeatureQuery;

/**
 * What a tile shows of one layer.
 *
 * @param query its box is that of the tile
 * @param name the same for two questions only if their queries are the same: the tile's address and what was asked besides
 */
public record TileQuestion(TileAddress tile, FeatureQuery query, String name) {
    String layerId() {
        return query.layer().id();
    }
}
