package org.truceline.features;

import java.util.List;
import org.truceline.layers.Property;

/**
 * How the points of a tile are counted in place of being shown one by one: in squares of the tile.
 *
 * @param side how wide a square is, in units of the tile, of which it has {@link TileFrame#EXTENT}
 * @param by properties by whose values each square's points are counted besides
 */
public record Gathering(int side, List<Property> by) {
    /** Into fewer squares than this one doesn't cut a tile, and into no smaller ones than clusters are made of. */
    public static final int LARGEST_SIDE = TileFrame.EXTENT / 2;

    public Gathering {
        if (side < TileCluster.SIDE || side > LARGEST_SIDE || Integer.bitCount(side) != 1) {
            throw new IllegalArgumentException(
                    "a side is a power of two from " + TileCluster.SIDE + " to " + LARGEST_SIDE);
        }
        by = List.copyOf(by);
    }
}
