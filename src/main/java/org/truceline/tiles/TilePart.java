package org.truceline.tiles;

import java.util.Optional;
import org.truceline.changes.Revision;

/**
 * What a tile shows of a layer.
 *
 * @param revision of the layer; empty where it has none, so that the tile can't be known to be still true
 */
record TilePart(Optional<Revision> revision, TileContent content) {
    int bytes() {
        return content.bytes();
    }

    boolean isOf(Optional<Revision> other) {
        return revision.isPresent() && revision.equals(other);
    }
}
