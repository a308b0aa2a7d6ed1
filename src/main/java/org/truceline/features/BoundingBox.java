package org.truceline.features;

/**
 * A box of longitudes and latitudes in degrees (CRS84), edges included. A western edge greater than the eastern one
 * means that the box crosses the antimeridian (OGC API – Features Part 1, §7.15.3).
 */
public record BoundingBox(double west, double south, double east, double north) implements Box {
    public BoundingBox {
        requireWithin("longitude", west, 180);
        requireWithin("longitude", east, 180);
        requireWithin("latitude", south, 90);
        requireWithin("latitude", north, 90);
        if (south > north) {
            throw new IllegalArgumentException(
                    "its southern edge " + south + " lies north of its northern edge " + north);
        }
    }

    public boolean crossesAntimeridian() {
        return west > east;
    }

    private static void requireWithin(String axis, double degrees, double limit) {
        // Written so that NaN fails too.
        if (!(Math.abs(degrees) <= limit)) {
            throw new IllegalArgumentException(
                    "the " + axis + " " + degrees + " is not between " + -limit + " and " + limit + " degrees");
        }
    }
}
