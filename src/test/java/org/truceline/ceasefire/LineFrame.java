package org.truceline.ceasefire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What is left, what is right and what is abreast of a line, within a reach, between geodesics that GeographicLib draws: on
 * from both ends, and at right angles to them. For lines that bend little.
 */
final class LineFrame {
    private static final double STEP_METERS = 250;
    private static final double QUARTER = 90;

    private final Geometry line;
    private final double reachMeters;
    private final List<Coordinate> places;
    private final double startAzimuth;
    private final double endAzimuth;

    LineFrame(Geometry line, double reachMeters) {
        this.line = line;
        this.reachMeters = reachMeters;
        this.places = List.of(line.getCoordinates());
        this.startAzimuth = azimuth(places.get(0), places.get(1));
        this.endAzimuth = 180 + azimuth(places.get(places.size() - 1), places.get(places.size() - 2));
    }

    ZoneTruth left() {
        return side(-QUARTER);
    }

    ZoneTruth right() {
        return side(QUARTER);
    }

    /** Neither behind the start nor beyond the end. */
    ZoneTruth abreast() {
        List<Coordinate> ring = new ArrayList<>(across(places.get(0), startAzimuth));
        List<Coordinate> far = across(places.get(places.size() - 1), endAzimuth);
        Collections.reverse(far);
        ring.addAll(far);
        return inside(ring);
    }

    /** Twice as far aside: where the line turns away, what joins the tips cuts the corner. */
    private ZoneTruth side(double turn) {
        List<Coordinate> ring = geodesic(places.get(0), startAzimuth + 180, reachMeters);
        Collections.reverse(ring);
        ring.addAll(places);
        ring.addAll(geodesic(places.get(places.size() - 1), endAzimuth, reachMeters));
        Coordinate last = ring.get(ring.size() - 1);
        Coordinate first = ring.get(0);
        ring.addAll(geodesic(last, endAzimuth + turn, 2 * reachMeters));
        List<Coordinate> back = geodesic(first, startAzimuth + turn, 2 * reachMeters);
        Collections.reverse(back);
        ring.addAll(back);
        return inside(ring);
    }

    /** From the left to the right. */
    private List<Coordinate> across(Coordinate place, double azimuth) {
        List<Coordinate> way = geodesic(place, azimuth - QUARTER, reachMeters);
        Collections.reverse(way);
        way.addAll(geodesic(place, azimuth + QUARTER, reachMeters));
        return way;
    }

    private ZoneTruth inside(List<Coordinate> ring) {
        List<Coordinate> closed = new ArrayList<>(ring);
        closed.add(ring.get(0));
        return ZoneTruth.inside(line.getFactory().createPolygon(closed.toArray(Coordinate[]::new)));
    }

    private static List<Coordinate> geodesic(Coordinate from, double azimuth, double length) {
        List<Coordinate> way = new ArrayList<>();
        for (double meters = 0; meters <= length; meters += STEP_METERS) {
            GeodesicData there = Geodesic.WGS84.Direct(from.y, from.x, azimuth, meters);
            way.add(new Coordinate(there.lon2, there.lat2));
        }
        return way;
    }

    /** Of the edge, straight in longitude and latitude, where it leaves a vertex. */
    private static double azimuth(Coordinate from, Coordinate to) {
        double share = 1e-5;
        return Geodesic.WGS84.Inverse(
                        from.y, from.x, from.y + share * (to.y - from.y), from.x + share * (to.x - from.x))
                .azi1;
    }
}
