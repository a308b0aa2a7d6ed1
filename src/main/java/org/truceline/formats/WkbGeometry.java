package org.truceline.formats;

import java.nio.ByteBuffer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a geometry from ISO WKB (ISO 19125-1 §8, ISO 13249-3 for Z and M) as GeoJSON (RFC 7946 §3.1). Coordinates
 * keep every digit; M values are left out, GeoJSON has no place for them. Rings are turned the way GeoJSON wants them:
 * the outer counterclockwise, holes clockwise (§3.1.6).
 */
final class WkbGeometry {
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

    private void writeGeometry() {
        WkbHead head = WkbHead.read(wkb);
        json.writeStartObject();
        json.writeStringProperty("type", head.geoJsonType());
        if (head.type() == WkbHead.GEOMETRY_COLLECTION) {
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

    private void writeCoordinates(WkbHead head) {
        switch (head.type()) {
            case WkbHead.POINT -> writePosition(head);
            case WkbHead.LINE_STRING -> writePositions(head);
            case WkbHead.POLYGON, WkbHead.TRIANGLE -> {
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
                    writeCoordinates(WkbHead.read(wkb));
                }
                json.writeEndArray();
            }
        }
    }

    private void writePositions(WkbHead head) {
        json.writeStartArray();
        for (int positions = wkb.getInt(); positions > 0; positions--) {
            writePosition(head);
        }
        json.writeEndArray();
    }

    private void writeRing(WkbHead head, boolean isOuter) {
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
    private void writePosition(WkbHead head) {
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
