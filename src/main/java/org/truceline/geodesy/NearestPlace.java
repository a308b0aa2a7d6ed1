package org.truceline.geodesy;

/**
 * The place of a geometry that is nearest to an asker.
 *
 * @param place degrees, the longitude within ±180
 * @param meters the length of the geodesic from the asker to the place, 0 inside a polygon
 * @param azimuthDegrees the direction of that geodesic at the asker, clockwise from true north within ±180; NaN where
 *     it has no length
 * @param side of the geometry on which the asker is
 */
public record NearestPlace(LonLat place, double meters, double azimuthDegrees, Side side) {}
