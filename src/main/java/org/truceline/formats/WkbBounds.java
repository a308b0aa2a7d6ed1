package org.truceline.formats;

import java.nio.ByteBuffer;

/** Finds the bounds of a geometry from ISO WKB. Empty parts have none. */
final class WkbBounds {
    private WkbBounds() {}

    /** Widens the bounds by the geometry. */
    static void addTo(Bounds bounds, byte[] wkb) {
        visit(ByteBuffer.wrap(wkb), bounds);
    }

    private static void visit(ByteBuffer wkb, Bounds bounds) {
        WkbHead head = WkbHead.read(wkb);
        switch (head.type()) {
            case WkbHead.POINT -> visitPosition(wkb, head, bounds);
            case WkbHead.LINE_STRING -> visitPositions(wkb, head, bounds);
            case WkbHead.POLYGON, WkbHead.TRIANGLE -> {
                for (int rings = wkb.getInt(); rings > 0; rings--) {
                    visitPositions(wkb, head, bounds);
                }
            }
            default -> {
                for (int parts = wkb.getInt(); parts > 0; parts--) {
                    visit(wkb, bounds);
                }
            }
        }
    }

    private static void visitPositions(ByteBuffer wkb, WkbHead head, Bounds bounds) {
        for (int count = wkb.getInt(); count > 0; count--) {
            visitPosition(wkb, head, bounds);
        }
    }

    private static void visitPosition(ByteBuffer wkb, WkbHead head, Bounds bounds) {
        int start = wkb.position();
        double x = wkb.getDouble();
        double y = wkb.getDouble();
        wkb.position(start + head.bytes());
        if (!Double.isNaN(x)) {
            bounds.add(x, y);
        }
    }
}
