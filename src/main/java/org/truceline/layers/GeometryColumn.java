package org.truceline.layers;

/**
 * The column that holds a feature's geometry.
 *
 * @param name the column's name
 * @param type PostGIS's name of the geometry type ({@code Point}, {@code MultiPolygonZ}), {@code Geometry} where
 *     the column takes any
 * @param srid the SRID that the column declares; 0 where it declares none, as the computed columns of a view
 */
public record GeometryColumn(String name, String type, int srid) {
    /** Longitude and latitude on WGS84, in this order: how PostGIS reads EPSG:4326, and what GeoJSON takes. */
    public static final int CRS84_SRID = 4326;

    public boolean isCrs84() {
        return srid == CRS84_SRID;
    }

    /** The type without the marks of further dimensions: {@code Point} for {@code PointZ}. */
    public String plainType() {
        return type.replaceFirst("ZM?$|M$", "");
    }

    /** Whether each row has to say for itself which SRID it is in. */
    public boolean isSridUndeclared() {
        return srid == 0;
    }
}
