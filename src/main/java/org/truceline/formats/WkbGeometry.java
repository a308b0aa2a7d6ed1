package org.truceline.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a geometry from ISO WKB (ISO 19125-1 §8, ISO 13249-3 for Z and M) as GeoJSON (RFC 7946 §3.1). Coordinates
 * keep their order and every digit; M values are left out, GeoJSON has no place for them.
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
    private final JsonGenerator json;

    private WkbGeometry(byte[] wkb, JsonGenerator json) {
        this.wkb = ByteBuffer.wrap(wkb);
        this.json = json;
    }

    static void write(byte[] wkb, JsonGenerator json) {
        new WkbGeometry(wkb, json).writeGeometry();
    }

    /** The head of each geometry, of parts too: byte order, then the type and which dimensions each position has. */
    private record Head(int type, boolean hasZ, boolean hasM) {
        /** ISO WKB counts types with Z from 1000, with M from 2000, with both from 3000. */
        static Head of(int code) {
            int dimensions = code / 1000;
            return new Head(code % 1000, dimensions == 1 || dimensions == 3, dimensions >= 2);
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
                for (int rings = wkb.getInt(); rings > 0; rings--) {
                    writePositions(head);
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

    /** An empty point is written in WKB as NaN, in GeoJSON as no coordinates. */
    private void writePosition(Head head) {
        double longitude = wkb.getDouble();
        double latitude = wkb.getDouble();
        json.writeStartArray();
        if (!Double.isNaN(longitude)) {
            json.writeNumber(longitude);
            json.writeNumber(latitude);
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
