package org.truceline.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a geometry from ISO WKB (ISO 19125-1 §8, ISO 13249-3 for Z and M) as GeoJSON (RFC 7946 §3.1). Coordinates
 * keep every digit; M values are left out, GeoJSON has no place for them. Rings are turned the way GeoJSON wants them:
 * the outer counterclockwise, holes clockwise (§3.1.6).
 */
final class WkbGeometry {
    private static final int POINT = 1;
    private static final int LINE_STRING = 2;
    private static final int POLYGON = 3;
    private static final int MULTI_POINT = 4;
    private static final int MULTI_LINE_STRING = 5;
    private static final int MULTI_POLYGON = 6;
    private static final int GEOMETRY_COLLECTION = 7;
    private static final int POLYHEDRAL_SURFACE = 15;
    private static final int TIN = 16;
    private static final int TRIANGLE = 17;

    private final ByteBuffer wkb;
    private final AxisOrder order;
    private final JsonGenerator json;

    private WkbGeometry(byte[] wkb, AxisOrder order, JsonGenerator json) {
        this.wkb = ByteBuffer.wrap(wkb);
        this.order = order;
        this.json = json;
    }

    static void write(byte[] wkb, AxisOrder order, JsonGenerator json) {
        new WkbGeometry(wkb, order, json).writeGeometry();
    }

    /** The head of each geometry, of parts too: byte order, then the type and which dimensions each position has. */
    private record Head(int type, boolean hasZ, boolean hasM) {
        /** ISO WKB counts types with Z from 1000, with M from 2000, with both from 3000. */
        static Head of(int code) {
            int dimensions = code / 1000;
            return new Head(code % 1000, dimensions == 1 || dimensions == 3, dimensions >= 2);
        }

        /** The length of one position. */
        int bytes() {
            return Double.BYTES * (2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0));
        }
    }

    private Head readHead() {
        wkb.order(wkb.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return Head.of(wkb.getInt());
    }

    private void writeGeometry() {
        Head head = readHead();
        json.writeStartObject();
        json.writeStringProperty("type", geoJsonType(head));
        if (head.type() == GEOMETRY_COLLECTION) {
            json.writeName("geometries");
            json.writeStartArray();
            for (int parts = wkb.getInt(); parts > 0; parts--) {
                writeGeometry();
            }
            json.writeEndArray();
        } else {
            json.writeName("coordinates");
            writeCoordinates(head);
        }
        json.writeEndObject();
    }

    private static String geoJsonType(Head head) {
        return switch (head.type()) {
            case POINT -> "Point";
            case LINE_STRING -> "LineString";
            case POLYGON, TRIANGLE -> "Polygon";
            case MULTI_POINT -> "MultiPoint";
            case MULTI_LINE_STRING -> "MultiLineString";
            case MULTI_POLYGON, POLYHEDRAL_SURFACE, TIN -> "MultiPolygon";
            case GEOMETRY_COLLECTION -> "GeometryCollection";
            default -> throw new IllegalArgumentException("GeoJSON has no geometry of WKB type " + head.type());
        };
    }

    private void writeCoordinates(Head head) {
        switch (head.type()) {
            case POINT -> writePosition(head);
            case LINE_STRING -> writePositions(head);
            case POLYGON, TRIANGLE -> {
                json.writeStartArray();
                int rings = wkb.getInt();
                for (int ring = 0; ring < rings; ring++) {
                    writeRing(head, ring == 0);
                }
                json.writeEndArray();
            }
            default -> {
                json.writeStartArray();
                for (int parts = wkb.getInt(); parts > 0; parts--) {
                    writeCoordinates(readHead());
                }
                json.writeEndArray();
            }
        }
    }

    private void writePositions(Head head) {
        json.writeStartArray();
        for (int positions = wkb.getInt(); positions > 0; positions--) {
            writePosition(head);
        }
        json.writeEndArray();
    }

    private void writeRing(Head head, boolean isOuter) {
        int positions = wkb.getInt();
        int start = wkb.position();
        boolean isTurned = isOuter == isClockwise(start, positions, head.bytes());
        json.writeStartArray();
        for (int i = 0; i < positions; i++) {
            wkb.position(start + head.bytes() * (isTurned ? positions - 1 - i : i));
            writePosition(head);
        }
        json.writeEndArray();
        wkb.position(start + head.bytes() * positions);
    }

    /** By the sign of the ring's area (shoelace formula), measured from its first position to keep digits. */
    private boolean isClockwise(int start, int positions, int bytes) {
        double originX = positions == 0 ? 0 : wkb.getDouble(start);
        double originY = positions == 0 ? 0 : wkb.getDouble(start + Double.BYTES);
        double doubleArea = 0;
        for (int at = start; at < start + bytes * (positions - 1); at += bytes) {
            double x = wkb.getDouble(at) - originX;
            double y = wkb.getDouble(at + Double.BYTES) - originY;
            double nextX = wkb.getDouble(at + bytes) - originX;
            double nextY = wkb.getDouble(at + bytes + Double.BYTES) - originY;
            doubleArea += x * nextY - nextX * y;
        }
        return doubleArea < 0;
    }

    /** An empty point is written in WKB as NaN, in GeoJSON as no coordinates. */
    private void writePosition(Head head) {
        double easting = wkb.getDouble();
        double northing = wkb.getDouble();
        json.writeStartArray();
        if (!Double.isNaN(easting)) {
            json.writeNumber(order == AxisOrder.EASTING_FIRST ? easting : northing);
            json.writeNumber(order == AxisOrder.EASTING_FIRST ? northing : easting);
        }
        if (head.hasZ()) {
            double height = wkb.getDouble();
            if (!Double.isNaN(height)) {
                json.writeNumber(height);
            }
        }
        if (head.hasM()) {
            wkb.getDouble();
        }
        json.writeEndArray();
    }
}
