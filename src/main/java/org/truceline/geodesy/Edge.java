package org.truceline.geodesy;

/** An edge between two vertices, measured along the ellipsoid. Places at a measure beyond its ends are not asked for. */
sealed interface Edge permits StraightEdge, GeodesicEdge {

    double lengthMeters();

    /** The place so many metres after the start, its longitude continuing the start's. */
    LonLat at(double meters);

    /** The direction of the edge there, degrees clockwise from north in −180 … 180. */
    double azimuthDegrees(double meters);
}
