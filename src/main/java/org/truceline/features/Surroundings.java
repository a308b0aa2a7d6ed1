package org.truceline.features;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Boxes of longitudes and latitudes that hold everything within a distance of a box. */
final class Surroundings {
    /** The shortest degree of latitude on WGS84, at the equator, is longer. */
    private static final double METERS_PER_DEGREE_OF_LATITUDE = 110_574;
    /** A degree of longitude is this times the latitude's cosine, or longer. */
    private static final double METERS_PER_DEGREE_OF_LONGITUDE = 111_319;

    private Surroundings() {}

    /**
     * One box, or two where the surroundings cross the antimeridian. Around a pole all longitudes are near.
     *
     * @param box degrees, CRS84
     * @param meters along the ellipsoid, 0 or more
     */
    static List<Envelope> within(double meters, Envelope box) {
        double latitudes = meters / METERS_PER_DEGREE_OF_LATITUDE;
        double south = box.getMinY() - latitudes;
        double north = box.getMaxY() + latitudes;
        if (south <= -90 || north >= 90) {
            return List.of(new Envelope(-180, 180, Math.max(south, -90), Math.min(north, 90)));
        }
        // A way to another longitude is at least as long as the parallel nearest to a pole that it could take.
        double highest = Math.toRadians(Math.max(Math.abs(south), Math.abs(north)));
        double longitudes = meters / (METERS_PER_DEGREE_OF_LONGITUDE * Math.cos(highest));
        double west = box.getMinX() - longitudes;
        double east = box.getMaxX() + longitudes;
        if (east - west >= 360) {
            return List.of(new Envelope(-180, 180, south, north));
        } else if (west < -180) {
            return List.of(new Envelope(-180, east, south, north), new Envelope(west + 360, 180, south, north));
        } else if (east > 180) {
            return List.of(new Envelope(west, 180, south, north), new Envelope(-180, east - 360, south, north));
        }
        return List.of(new Envelope(west, east, south, north));
    }
}
