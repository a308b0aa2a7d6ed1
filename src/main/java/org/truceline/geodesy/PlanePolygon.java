package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A polygon as one whose edges are straight in longitude/latitude, to tell its inside: for geodesic edges, one that
 * follows them within a millimetre. A ring of geodesic edges round a pole holds the pole.
 */
final class PlanePolygon {

    private static final double FIT_METERS = 0.001;

    /** A geodesic turns so sharply only where it passes a pole. */
    private static final double SHORTEST_METERS = 0.1;

    private final Polygon polygon;

    private PlanePolygon(Polygon polygon) {
        this.polygon = polygon;
    }

    /** @throws IllegalArgumentException if the polygon is not valid, or has geodesic edges that pass a pole */
    static Polygon of(Polygon polygon, Edges edges) {
        Polygon plane = edges == Edges.STRAIGHT ? polygon : new PlanePolygon(polygon).followed();
        Validity.require(plane, "A polygon is not valid, so its inside is not known");
        return plane;
    }

    private Polygon followed() {
        LinearRing shell = followed(polygon.getExteriorRing());
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = turned(followed(polygon.getInteriorRingN(i)), shell);
        }
        return polygon.getFactory().createPolygon(shell, holes);
    }

    /** The ring moved by whole turns to where the shell is. */
    private static LinearRing turned(LinearRing ring, LinearRing shell) {
        double away = shell.getEnvelopeInternal().centre().x
                - ring.getEnvelopeInternal().centre().x;
        Geometry turned = AffineTransformation.translationInstance(360 * Math.rint(away / 360), 0)
                .transform(ring);
        return (LinearRing) turned;
    }

    private LinearRing followed(LinearRing ring) {
        CoordinateSequence vertices = ring.getCoordinateSequence();
        List<LonLat> places = new ArrayList<>();
        LonLat from = LonLat.checked(vertices.getX(0), vertices.getY(0));
        places.add(from);
        double north = 0;
        for (int i = 1; i < vertices.size(); i++) {
            LonLat to = LonLat.checked(vertices.getX(i), vertices.getY(i));
            Edge edge = Edges.GEODESIC.between(from, to);
            follow(edge, 0, from, 1, to, places);
            north += to.latitude();
            from = to;
        }
        Coordinate[] plane = PlaneRing.of(places, north < 0 ? -90 : 90);
        return polygon.getFactory().createLinearRing(plane);
    }

    /** Adds what an edge needs between two shares of it, and the place at the latter. */
    static void follow(Edge edge, double start, LonLat from, double end, LonLat to, List<LonLat> places) {
        double half = (start + end) / 2;
        LonLat middle = edge.at(half);
        LonLat straight = from.towards(to.near(from), 0.5);
        boolean isFit = Wgs84.onSurface(middle).distance(Wgs84.onSurface(straight)) <= FIT_METERS;
        if (isFit || from.equals(to)) {
            places.add(to);
            return;
        }
        if (edge.lengthMeters() * (end - start) <= SHORTEST_METERS) {
            throw new IllegalArgumentException("A geodesic edge passes a pole, at longitude " + to.longitude()
                    + ", latitude " + to.latitude() + ", so what is on its sides is not known");
        }
        follow(edge, start, from, half, middle, places);
        follow(edge, half, middle, end, to, places);
    }
}
