package org.truceline.tiles;

import java.util.Optional;
import org.truceline.changes.ChangeMark;
import org.truceline.changes.Revision;

/**
 * What a tile shows of a layer.
 *
 * @param revision of the layer; empty where it has none, so that the tile can't be known to be still true
 * @param mark where the layer stood then; empty where it has no revision
 */
record TilePart(Optional<Revision> revision, Optional<ChangeMark> mark, TileContent content) {
    int bytes() {
        return content.bytes();
    }

    boolean isOf(Optional<Revision> other) {
        return revision.isPresent() && revision.equals(other);
    }
}
