/**
 * Coordinate reference systems: what a code names, where it holds, and how to get from it to CRS84 (longitude, latitude
 * on WGS84), the order that all of Truceline uses inside. The only module that knows GeoTools' referencing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.truceline.crs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
