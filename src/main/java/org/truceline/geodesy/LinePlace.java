package org.truceline.geodesy;

/**
 * A place on a line.
 *
 * @param place degrees, the longitude within ±180
 * @param meters the length of the line up to there, along its edges on the WGS84 ellipsoid
 * @param azimuthDegrees the direction of the line there, clockwise from true north within ±180; at a vertex, that in
 *     which the line goes on
 */
public record LinePlace(LonLat place, double meters, double azimuthDegrees) {}
