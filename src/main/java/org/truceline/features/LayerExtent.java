package org.truceline.features;

import java.time.Instant;
import java.util.Optional;

/**
 * Where and when a layer's features are.
 *
 * @param box of longitudes and latitudes that holds them, with the uncertainty of their places where the layer tells it;
 *     as small as can be where it tells none; never across the antimeridian; empty where no feature has a geometry
 * @param time from the first to the last instant; empty where no time is known
 */
public record LayerExtent(Optional<Box> box, Optional<TimeInterval> time) {
    /** Degrees, CRS84. Not checked against ±180 and ±90: it tells what the data holds. */
    public record Box(double west, double south, double east, double north) {
        /** Infinite coordinates, which JSON has no word for and no map shows, are taken for the edge of the world. */
        static Box within(double west, double south, double east, double north) {
            return new Box(finite(west, 180), finite(south, 90), finite(east, 180), finite(north, 90));
        }

        private static double finite(double coordinate, double edge) {
            return Double.isFinite(coordinate) ? coordinate : Math.copySign(edge, coordinate);
        }
    }

    static Optional<TimeInterval> interval(Optional<Instant> first, Optional<Instant> last) {
        return first.isEmpty() && last.isEmpty() ? Optional.empty() : Optional.of(new TimeInterval(first, last));
    }
}
