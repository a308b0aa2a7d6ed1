package org.truceline.formats;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a geometry from ISO WKB as ISO well-known text (ISO 19125-1 §7, ISO 13249-3 for Z and M), every digit kept. */
final class WellKnownText {
    private static final String EMPTY = "EMPTY";

    private final ByteOutput out;

    WellKnownText(ByteOutput out) {
        this.out = out;
    }

    void write(byte[] wkb) throws IOException {
        writeTagged(ByteBuffer.wrap(wkb));
    }

    private void writeTagged(ByteBuffer wkb) throws IOException {
        WkbHead head = WkbHead.read(wkb);
        out.ascii(head.wktType());
        out.write(' ');
        if (head.hasZ() || head.hasM()) {
            out.ascii((head.hasZ() ? "Z" : "") + (head.hasM() ? "M " : " "));
        }
        writeBody(wkb, head);
    }

    private void writeBody(ByteBuffer wkb, WkbHead head) throws IOException {
        switch (head.type()) {
            case WkbHead.POINT -> writePoint(wkb, head);
            case WkbHead.LINE_STRING -> writePositions(wkb, head);
            case WkbHead.POLYGON, WkbHead.TRIANGLE -> writeList(wkb, part -> writePositions(wkb, head));
            case WkbHead.GEOMETRY_COLLECTION -> writeList(wkb, part -> writeTagged(wkb));
            default -> writeList(wkb, part -> writeBody(wkb, WkbHead.read(wkb)));
        }
    }

    private void writePoint(ByteBuffer wkb, WkbHead head) throws IOException {
        if (Double.isNaN(wkb.getDouble(wkb.position()))) {
            wkb.position(wkb.position() + head.bytes());
            out.ascii(EMPTY);
        } else {
            out.write('(');
            writePosition(wkb, head);
            out.write(')');
        }
    }

    private void writePositions(ByteBuffer wkb, WkbHead head) throws IOException {
        writeList(wkb, position -> writePosition(wkb, head));
    }

    private void writePosition(ByteBuffer wkb, WkbHead head) throws IOException {
        int dimensions = head.bytes() / Double.BYTES;
        for (int i = 0; i < dimensions; i++) {
            if (i > 0) {
                out.write(' ');
            }
            double coordinate = wkb.getDouble();
            if (Double.isFinite(coordinate)) {
                out.real(coordinate);
            } else {
                out.ascii(Double.toString(coordinate));
            }
        }
    }

    private interface Part {
        void write(int index) throws IOException;
    }

    private void writeList(ByteBuffer wkb, Part part) throws IOException {
        int parts = wkb.getInt();
        if (parts == 0) {
            out.ascii(EMPTY);
            return;
        }
        out.write('(');
        for (int i = 0; i < parts; i++) {
            if (i > 0) {
                out.write(',');
            }
            part.write(i);
        }
        out.write(')');
    }
}
