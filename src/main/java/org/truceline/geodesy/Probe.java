package org.truceline.geodesy;

/**
 * A place that was asked for its distance to a geometry.
 *
 * @param place degrees
 * @param point the same place in space
 * @param meters the distance
 * @param piece the number of the nearest piece, or {@link Field#INSIDE}
 */
record Probe(LonLat place, Ecef point, double meters, int piece) {

    /** The same, its longitude continuing another's. */
    Probe near(LonLat other) {
        return new Probe(place.near(other), point, meters, piece);
    }
}
