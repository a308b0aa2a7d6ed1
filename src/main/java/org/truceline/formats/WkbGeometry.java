package org.truceline.formats;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes a geometry from ISO WKB (ISO 19125-1 §8, ISO 13249-3 for Z and M) as GeoJSON (RFC 7946 §3.1). Coordinates
 * keep every digit; M values are left out, GeoJSON has no place for them. Rings are turned the way GeoJSON wants them:
 * the outer counterclockwise, holes clockwise (§3.1.6).
 */
final class WkbGeometry {
    private final AxisOrder order;
    private final ByteOutput json;

    WkbGeometry(AxisOrder order, ByteOutput json) {
        this.order = order;
        this.json = json;
    }

    void write(byte[] wkb) throws IOException {
        writeGeometry(ByteBuffer.wrap(wkb));
    }

    private void writeGeometry(ByteBuffer wkb) throws IOException {
        WkbHead head = WkbHead.read(wkb);
        json.ascii("{\"type\":\"");
        json.ascii(head.geoJsonType());
        if (head.type() == WkbHead.GEOMETRY_COLLECTION) {
            json.ascii("\",\"geometries\":[");
            int parts = wkb.getInt();
            for (int part = 0; part < parts; part++) {
                separate(part);
                writeGeometry(wkb);
            }
            json.write(']');
        } else {
            json.ascii("\",\"coordinates\":");
            writeCoordinates(wkb, head);
        }
        json.write('}');
    }

    private void writeCoordinates(ByteBuffer wkb, WkbHead head) throws IOException {
        switch (head.type()) {
            case WkbHead.POINT -> writePosition(wkb, head);
            case WkbHead.LINE_STRING -> writePositions(wkb, head);
            case WkbHead.POLYGON, WkbHead.TRIANGLE -> {
                json.write('[');
                int rings = wkb.getInt();
                for (int ring = 0; ring < rings; ring++) {
                    separate(ring);
                    writeRing(wkb, head, ring == 0);
                }
                json.write(']');
            }
            default -> {
                json.write('[');
                int parts = wkb.getInt();
                for (int part = 0; part < parts; part++) {
                    separate(part);
                    writeCoordinates(wkb, WkbHead.read(wkb));
                }
                json.write(']');
            }
        }
    }

    private void writePositions(ByteBuffer wkb, WkbHead head) throws IOException {
        json.write('[');
        int positions = wkb.getInt();
        for (int position = 0; position < positions; position++) {
            separate(position);
            writePosition(wkb, head);
        }
        json.write(']');
    }

    private void writeRing(ByteBuffer wkb, WkbHead head, boolean isOuter) throws IOException {
        int positions = wkb.getInt();
        int start = wkb.position();
        boolean isTurned = isOuter == isClockwise(wkb, positions, head.bytes());
        json.write('[');
        for (int i = 0; i < positions; i++) {
            separate(i);
            wkb.position(start + head.bytes() * (isTurned ? positions - 1 - i : i));
            writePosition(wkb, head);
        }
        json.write(']');
        wkb.position(start + head.bytes() * positions);
    }

    /** By the sign of the ring's area (shoelace formula), measured from its first position to keep digits. */
    private static boolean isClockwise(ByteBuffer wkb, int positions, int bytes) {
        int start = wkb.position();
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

    /** An empty point is written in WKB as NaN, in GeoJSON as no coordinates; an infinite one is no place either. */
    private void writePosition(ByteBuffer wkb, WkbHead head) throws IOException {
        double easting = wkb.getDouble();
        double northing = wkb.getDouble();
        double height = head.hasZ() ? wkb.getDouble() : Double.NaN;
        if (head.hasM()) {
            wkb.getDouble();
        }
        json.write('[');
        if (Double.isFinite(easting) && Double.isFinite(northing)) {
            json.real(order == AxisOrder.EASTING_FIRST ? easting : northing);
            json.write(',');
            json.real(order == AxisOrder.EASTING_FIRST ? northing : easting);
            if (Double.isFinite(height)) {
                json.write(',');
                json.real(height);
            }
        }
        json.write(']');
    }

    private void separate(int index) throws IOException {
        if (index > 0) {
            json.write(',');
        }
    }
}
