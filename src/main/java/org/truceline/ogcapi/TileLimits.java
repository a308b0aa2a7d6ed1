package org.truceline.ogcapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.truceline.features.LayerExtent;
import org.truceline.features.LayerExtents;
import org.truceline.layers.Layer;
import org.truceline.tiles.TileAddress;
import org.truceline.tiles.TileMatrixSet;
import org.truceline.tiles.TileRange;

/** Between which rows and columns the features of layers lie, now. */
@Component
class TileLimits {
    private final LayerExtents extents;

    TileLimits(LayerExtents extents) {
        this.extents = extents;
    }

    /** The box of longitudes and latitudes that holds all of the layers; empty where none has a place, or one's is not known. */
    Optional<Envelope> findBox(List<Layer> layers) {
        Envelope all = new Envelope();
        for (Layer layer : layers) {
            Optional<LayerExtent> extent = extents.findExtent(layer);
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            extent.get()
                    .box()
                    .ifPresent(
                            box -> all.expandToInclude(new Envelope(box.west(), box.east(), box.south(), box.north())));
        }
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }

    /** The limits in each matrix; all of each where it is not known where the features lie. */
    static List<TileRange> list(TileMatrixSet set, Optional<Envelope> box) {
        Envelope held = box.orElse(new Envelope(-180, 180, -90, 90));
        return IntStream.rangeClosed(0, TileMatrixSet.LAST_MATRIX)
                .mapToObj(matrix -> set.range(matrix, held))
                .toList();
    }

    boolean hold(TileAddress tile, List<Layer> layers) {
        return list(tile.set(), findBox(layers)).stream().anyMatch(tile::isIn);
    }
}
