package org.truceline.geodesy;

/**
 * An edge between two vertices on the ellipsoid. A place on it is named by its share, from 0 at the start to 1 at the
 * end, which need not be a share of the length.
 */
sealed interface Edge permits StraightEdge, GeodesicEdge {

    double lengthMeters();

    /** The place at a share, its longitude continuing the start's. */
    LonLat at(double share);

    /** The length up to a share, metres. */
    double metersTo(double share);

    /** The share up to which the edge is so many metres long; that of the nearer end if it is nowhere. */
    double shareAt(double meters);

    /** How fast the length grows with the share there, metres. */
    double speedAt(double share);

    /** The direction of the edge at a share, degrees clockwise from north in −180 … 180. */
    double azimuthAt(double share);
}
