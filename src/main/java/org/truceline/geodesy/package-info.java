/**
 * Distances and areas on the WGS84 ellipsoid: pure values and mathematics, coordinates in, geometry and error bound
 * out. Knows JTS and GeographicLib and nothing of Truceline, Spring or SQL, so that it could be published alone.
 *
 * <p>Coordinates are longitude, latitude in degrees (OGC CRS84); distances are metres.
 */
@NullMarked
package org.truceline.geodesy;

import org.jspecify.annotations.NullMarked;
