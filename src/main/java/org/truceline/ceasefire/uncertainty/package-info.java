/**
 * Where something may be, given how it was observed, and how probably that is inside of a zone. Pure mathematics on the
 * WGS84 ellipsoid: knows GeographicLib and JTS, nothing of Truceline, Spring or SQL, so that it could be published alone.
 *
 * <p>A position is a distribution ({@link org.truceline.ceasefire.uncertainty.Whereabouts}), a zone a signed depth
 * ({@link org.truceline.ceasefire.uncertainty.Depth}), and {@link
 * org.truceline.ceasefire.uncertainty.InsideProbability} brings them together with a bound of its error. Coordinates are
 * longitude, latitude in degrees (OGC CRS84); distances are metres; azimuths are degrees clockwise from north.
 */
@NullMarked
package org.truceline.ceasefire.uncertainty;

import org.jspecify.annotations.NullMarked;
