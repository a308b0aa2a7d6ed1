package org.truceline.geodesy;

/** Longitude and latitude in degrees (OGC CRS84). The longitude may be unwrapped, that is, lie outside ±180. */
record LonLat(double longitude, double latitude) {

    /** The point at a fraction of the straight longitude/latitude line from here to another point. */
    LonLat towards(LonLat other, double fraction) {
        return new LonLat(
                longitude + fraction * (other.longitude - longitude),
                latitude + fraction * (other.latitude - latitude));
    }

    /** The same place, its longitude within half a turn of another point's. */
    LonLat near(LonLat other) {
        double difference = Math.IEEEremainder(longitude - other.longitude, 360);
        return new LonLat(other.longitude + difference, latitude);
    }
}
