package org.truceline.features;

/** A further geometry of a feature as GeoJSON, which has neither curves, nor solids, nor collections in collections. */
final class GeoJsonSql {
    /** Decimals enough for every digit of a coordinate in degrees. */
    private static final int DECIMALS = 15;

    /** Inside of a collection PostGIS refuses to write these, and with them the whole answer. */
    private static final String FORMLESS = "('ST_GeometryCollection', 'ST_PolyhedralSurface', 'ST_Tin')";

    private GeoJsonSql() {}

    /**
     * The text of a column's value.
     *
     * @param column quoted
     */
    static String of(String column) {
        String lines = "ST_CurveToLine(" + column + ")";
        String parts = "(SELECT ST_ForceCollection(ST_Collect(part.geom)) FROM ST_Dump(" + lines + ") AS part)";
        String holdsFormless = "EXISTS (SELECT FROM generate_series(1, ST_NumGeometries(" + column + ")) AS n"
                + " WHERE ST_GeometryType(ST_GeometryN(" + column + ", n)) IN " + FORMLESS + ")";
        String isFormless = "ST_GeometryType(" + column + ") = 'ST_PolyhedralSurface'" + " OR ST_GeometryType(" + column
                + ") = 'ST_GeometryCollection' AND " + holdsFormless;
        String flat = "coalesce(" + parts + ", ST_GeomFromText('GEOMETRYCOLLECTION EMPTY', ST_SRID(" + column + ")))";
        return "ST_AsGeoJSON(CASE WHEN " + isFormless + " THEN " + flat + " ELSE " + lines + " END, " + DECIMALS + ")";
    }
}
