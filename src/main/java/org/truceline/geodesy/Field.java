package org.truceline.geodesy;

/** The distance to a geometry, or to a part of it, as a function of the place. Not for several threads. */
interface Field {

    /** Stands for the inside of a polygon, where a piece is asked for. */
    int INSIDE = -1;

    /**
     * Asks for the distance at a place.
     *
     * @param point the same place in space
     */
    Probe probe(LonLat place, Ecef point);

    default Probe probe(LonLat place) {
        return probe(place, Wgs84.onSurface(place));
    }

    /** The distance in metres to the piece of a probe, whatever the nearest is. */
    double metersTo(int piece, Ecef point);

    /** The distance in metres to the point that a probe is nearest to. */
    double metersToFoot(Probe probe, Ecef point);

    /** How much a piece curves away from the geodesic in its direction, 1/m. */
    double bend(int piece);
}
