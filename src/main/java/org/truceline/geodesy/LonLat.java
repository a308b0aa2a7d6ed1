package org.truceline.geodesy;

import org.locationtech.jts.geom.Coordinate;

/**
 * Longitude and latitude in degrees (OGC CRS84). Inside this package the longitude may be unwrapped, that is, lie outside
 * ±180; answers are within.
 */
public record LonLat(double longitude, double latitude) {

    private static final double WIDEST_LONGITUDE = 540;

    /** @throws IllegalArgumentException on coordinates that are no place on Earth */
    static LonLat checked(double longitude, double latitude) {
        if (!(Math.abs(longitude) <= WIDEST_LONGITUDE)) {
            throw new IllegalArgumentException(
                    "Expected a longitude in degrees within ±540, not " + longitude + " at latitude " + latitude);
        }
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "Expected a latitude in degrees within ±90, not " + latitude + " at longitude " + longitude);
        }
        return new LonLat(longitude, latitude);
    }

    static LonLat checked(Coordinate coordinate) {
        return checked(coordinate.getX(), coordinate.getY());
    }

    /** The same place, its longitude within ±180. */
    LonLat wrapped() {
        return Math.abs(longitude) <= 180 ? this : new LonLat(Math.IEEEremainder(longitude, 360), latitude);
    }

    /** The point at a fraction of the straight longitude/latitude line from here to another point. */
    LonLat towards(LonLat other, double fraction) {
        return new LonLat(
                longitude + fraction * (other.longitude - longitude),
                latitude + fraction * (other.latitude - latitude));
    }

    /** The same place, its longitude moved by whole turns to within half a turn of another point's. */
    LonLat near(LonLat other) {
        return new LonLat(longitude + 360 * Math.rint((other.longitude - longitude) / 360), latitude);
    }
}
