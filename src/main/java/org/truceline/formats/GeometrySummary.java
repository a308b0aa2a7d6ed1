package org.truceline.formats;

import java.nio.ByteBuffer;
import java.util.Locale;

/** A geometry in a few words: its type, and where it is, in degrees with five decimals (about a metre). */
final class GeometrySummary {
    private final ByteBuffer wkb;
    private long positions;
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    private GeometrySummary(byte[] wkb) {
        this.wkb = ByteBuffer.wrap(wkb);
    }

    /**
     * Describes a geometry.
     *
     * @param wkb ISO WKB, longitude before latitude; empty parts count nothing
     */
    static String of(byte[] wkb) {
        GeometrySummary summary = new GeometrySummary(wkb);
        String type = WkbHead.read(ByteBuffer.wrap(wkb)).geoJsonType();
        summary.visit();
        return type + " " + summary.describe();
    }

    private String describe() {
        if (positions == 0) {
            return "without positions";
        } else if (positions == 1) {
            return "at " + degrees(west) + ", " + degrees(south);
        }
        return "of " + String.format(Locale.ENGLISH, "%,d", positions) + " positions, from " + degrees(west) + ", "
                + degrees(south) + " to " + degrees(east) + ", " + degrees(north);
    }

    private static String degrees(double value) {
        return String.format(Locale.ENGLISH, "%.5f", value);
    }

    private void visit() {
        WkbHead head = WkbHead.read(wkb);
        switch (head.type()) {
            case WkbHead.POINT -> visitPosition(head);
            case WkbHead.LINE_STRING -> visitPositions(head);
            case WkbHead.POLYGON, WkbHead.TRIANGLE -> {
                for (int rings = wkb.getInt(); rings > 0; rings--) {
                    visitPositions(head);
                }
            }
            default -> {
                for (int parts = wkb.getInt(); parts > 0; parts--) {
                    visit();
                }
            }
        }
    }

    private void visitPositions(WkbHead head) {
        for (int count = wkb.getInt(); count > 0; count--) {
            visitPosition(head);
        }
    }

    private void visitPosition(WkbHead head) {
        int start = wkb.position();
        double longitude = wkb.getDouble();
        double latitude = wkb.getDouble();
        wkb.position(start + head.bytes());
        // An empty point is NaN.
        if (!Double.isNaN(longitude)) {
            positions++;
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
        }
    }
}
