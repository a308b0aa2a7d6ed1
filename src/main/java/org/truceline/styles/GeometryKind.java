package org.truceline.styles;

import org.truceline.layers.GeometryColumn;

/** What the geometries of a layer are, as far as drawing them is concerned. */
public enum GeometryKind {
    POINT,
    LINE,
    AREA,
    /** Any of these. */
    MIXED;

    static GeometryKind of(GeometryColumn geometry) {
        return switch (geometry.plainType()) {
            case "Point", "MultiPoint" -> POINT;
            case "LineString", "MultiLineString", "CircularString", "CompoundCurve", "MultiCurve" -> LINE;
            case "Polygon", "MultiPolygon", "CurvePolygon", "MultiSurface" -> AREA;
            default -> MIXED;
        };
    }
}
