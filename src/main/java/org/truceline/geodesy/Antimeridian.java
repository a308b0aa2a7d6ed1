package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts polygons and lines at longitude ±180, as RFC 7946 §3.1.9 wants them. */
final class Antimeridian {

    private Antimeridian() {}

    /** The parts of a polygon in unwrapped longitudes, each moved by whole turns into −180 … 180. */
    static List<Polygon> split(Polygon polygon) {
        List<Polygon> parts = new ArrayList<>();
        for (Geometry part : turns(polygon)) {
            for (Object piece : PolygonExtracter.getPolygons(part)) {
                parts.add((Polygon) piece);
            }
        }
        return parts;
    }

    /** The same for a line. */
    static List<LineString> split(LineString line) {
        List<LineString> parts = new ArrayList<>();
        for (Geometry part : turns(line)) {
            for (Object piece : LinearComponentExtracter.getLines(part)) {
                parts.add((LineString) piece);
            }
        }
        return parts;
    }

    private static List<Geometry> turns(Geometry geometry) {
        Envelope envelope = geometry.getEnvelopeInternal();
        int firstTurn = (int) Math.ceil((envelope.getMinX() - 180) / 360);
        int lastTurn = (int) Math.floor((envelope.getMaxX() + 180) / 360);
        List<Geometry> parts = new ArrayList<>();
        for (int turn = firstTurn; turn <= lastTurn; turn++) {
            Geometry part = geometry;
            if (firstTurn != lastTurn) {
                Envelope window = new Envelope(360.0 * turn - 180, 360.0 * turn + 180, -90, 90);
                Geometry frame = geometry.getFactory().toGeometry(window);
                part = OverlayNGRobust.overlay(geometry, frame, OverlayNG.INTERSECTION);
            }
            if (turn != 0) {
                part = AffineTransformation.translationInstance(-360.0 * turn, 0)
                        .transform(part);
            }
            parts.add(part);
        }
        return parts;
    }
}
