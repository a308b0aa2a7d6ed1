package org.truceline.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The head of each geometry in ISO WKB, of parts too: byte order, then the type and which dimensions each position
 * has. Types with Z count from 1000, with M from 2000, with both from 3000.
 */
record WkbHead(int type, boolean hasZ, boolean hasM) {
    static final int POINT = 1;
    static final int LINE_STRING = 2;
    static final int POLYGON = 3;
    static final int MULTI_POINT = 4;
    static final int MULTI_LINE_STRING = 5;
    static final int MULTI_POLYGON = 6;
    static final int GEOMETRY_COLLECTION = 7;
    static final int POLYHEDRAL_SURFACE = 15;
    static final int TIN = 16;
    static final int TRIANGLE = 17;

    /** Reads the head that stands next, and sets the buffer to the byte order of what follows. */
    static WkbHead read(ByteBuffer wkb) {
        wkb.order(wkb.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int code = wkb.getInt();
        int dimensions = code / 1000;
        return new WkbHead(code % 1000, dimensions == 1 || dimensions == 3, dimensions >= 2);
    }

    /** The length of one position. */
    int bytes() {
        return Double.BYTES * (2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0));
    }

    String geoJsonType() {
        return switch (type) {
            case POINT -> "Point";
            case LINE_STRING -> "LineString";
            case POLYGON, TRIANGLE -> "Polygon";
            case MULTI_POINT -> "MultiPoint";
            case MULTI_LINE_STRING -> "MultiLineString";
            case MULTI_POLYGON, POLYHEDRAL_SURFACE, TIN -> "MultiPolygon";
            case GEOMETRY_COLLECTION -> "GeometryCollection";
            default -> throw new IllegalArgumentException("GeoJSON has no geometry of WKB type " + type);
        };
    }

    String wktType() {
        return switch (type) {
            case POINT -> "POINT";
            case LINE_STRING -> "LINESTRING";
            case POLYGON -> "POLYGON";
            case MULTI_POINT -> "MULTIPOINT";
            case MULTI_LINE_STRING -> "MULTILINESTRING";
            case MULTI_POLYGON -> "MULTIPOLYGON";
            case GEOMETRY_COLLECTION -> "GEOMETRYCOLLECTION";
            case POLYHEDRAL_SURFACE -> "POLYHEDRALSURFACE";
            case TIN -> "TIN";
            case TRIANGLE -> "TRIANGLE";
            default -> throw new IllegalArgumentException("there is no text for a geometry of WKB type " + type);
        };
    }
}
