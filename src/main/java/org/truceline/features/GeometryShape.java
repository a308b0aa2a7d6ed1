package org.truceline.features;

import java.util.Map;
import org.truceline.layers.GeometryColumn;

/**
 * What geometries have in common.
 *
 * @param type the type of all of them, as {@code MultiPolygon}; {@code Geometry} where they differ or that is not known
 * @param hasZ whether some of them have heights
 * @param hasM whether some of them have measures
 */
public record GeometryShape(String type, boolean hasZ, boolean hasM) {
    /** Of types that may differ. */
    public static final String ANY = "Geometry";

    /** Curves are handed on as lines. */
    private static final Map<String, String> STRAIGHTENED = Map.of(
            "CircularString", "LineString",
            "CompoundCurve", "LineString",
            "CurvePolygon", "Polygon",
            "MultiCurve", "MultiLineString",
            "MultiSurface", "MultiPolygon");

    /** What the column itself tells. */
    static GeometryShape of(GeometryColumn column) {
        String plain = column.plainType();
        String dimensions = column.type().substring(plain.length());
        return new GeometryShape(
                STRAIGHTENED.getOrDefault(plain, plain), dimensions.contains("Z"), dimensions.contains("M"));
    }

    /** Whether the column tells nothing: it may hold anything, as a column of a view that computes it. */
    static boolean isUndeclared(GeometryColumn column) {
        return column.isSridUndeclared() && column.type().equals(ANY);
    }

    /**
     * What a look at the geometries tells.
     *
     * @param types PostGIS's names of the types, between commas; empty where there are no geometries
     */
    static GeometryShape of(String types, boolean hasZ, boolean hasM) {
        boolean isOne = !types.isEmpty() && types.indexOf(',') < 0;
        return new GeometryShape(isOne ? types.replaceFirst("^ST_", "") : ANY, hasZ, hasM);
    }
}
