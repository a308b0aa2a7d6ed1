package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.truceline.layers.Property;

/**
 * Features of a tile that stand near each other, shown as one where the tile would hold too many or where they are to be
 * counted: points as a point in their middle, lines and areas as the cell that they are in.
 *
 * @param id the feature's id where it is only one
 * @param isCell whether it is a square, {@link #SIDE} wide and high, and no point
 * @param x of their middle, in the tile's coordinates, or of the cell's north-western corner
 * @param y of the same
 * @param count how many features it stands for, exactly
 * @param sums of the properties that the layer marks as such that can be added up
 * @param tally of its features where they are to be counted
 */
public record TileCluster(
        Optional<String> id, boolean isCell, int x, int y, long count, List<PropertySum> sums, Optional<Tally> tally) {
    /** How many units a square is wide in which features are gathered: 16 pixels where a tile is shown in 512. */
    public static final int SIDE = 128;

    public TileCluster {
        sums = List.copyOf(sums);
    }

    /** Whether there is a sum of this property, which may be of no known value. */
    public boolean isSummed(Property property) {
        return sums.stream().anyMatch(sum -> sum.property().equals(property));
    }

    TileCluster with(Tally counted) {
        return new TileCluster(id, isCell, x, y, count, sums, Optional.of(counted));
    }

    /**
     * What a gathering tells besides.
     *
     * @param west of the box around the features' points, in degrees (CRS84) as they are in the layer; greater than {@code
     *     east} where they lie on both sides of the antimeridian. A {@link BoundingBox} of these numbers meets them, and no
     *     other point of the tile; of points beyond ±180 there is none
     * @param counts of each value that one of them has, by the gathering's properties
     */
    public record Tally(double west, double south, double east, double north, List<Count> counts) {
        public Tally {
            counts = List.copyOf(counts);
        }
    }

    /**
     * How many features have one value.
     *
     * @param value as text; empty where it is not known
     */
    public record Count(Property property, Optional<String> value, long number) {}
}
