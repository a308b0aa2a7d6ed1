package org.truceline.features;

import java.util.List;
import org.truceline.layers.Property;

/**
 * How the points of a tile are counted in place of being shown one by one: in squares that the tile is cut into.
 *
 * @param perSide how many squares stand side by side along an edge of the tile
 * @param by properties by whose values each square's points are counted besides
 */
public record Gathering(int perSide, List<Property> by) {
    /** As many as there are of the squares that clusters are made of. */
    public static final int MOST_PER_SIDE = TileFrame.EXTENT / TileCluster.SIDE;

    public Gathering {
        if (perSide < 1 || perSide > MOST_PER_SIDE) {
            throw new IllegalArgumentException("there are from 1 to " + MOST_PER_SIDE + " squares side by side");
        }
        by = List.copyOf(by);
    }
}
