package org.truceline.features;

import org.truceline.layers.GeometryColumn;

/**
 * The coordinate reference system of the geometries that a filter writes down ({@code filter-crs}).
 *
 * @param srid PostGIS's number of it
 * @param isLatitudeFirst whether its coordinates are written latitude, or northing, first
 */
public record LiteralCrs(int srid, boolean isLatitudeFirst) {
    /** Longitude, latitude on WGS84: where a filter doesn't say. */
    public static final LiteralCrs CRS84 = new LiteralCrs(GeometryColumn.CRS84_SRID, false);

    boolean isDegreesOnWgs84() {
        return srid == GeometryColumn.CRS84_SRID;
    }
}
