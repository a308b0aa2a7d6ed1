package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A closed ring on Earth as a ring in the plane of longitude and latitude.
 *
 * <p>Each longitude continues the one before. A ring that thereby runs once round the Earth has the pole inside, which in
 * the plane is an edge: the ring is led to it and back along two meridians that are the same on Earth. It begins at its
 * place nearest to the pole, so that nothing of it lies between; and above that place it overlaps itself a little, so
 * that rounding leaves no crack where the two are put together again.
 */
final class PlaneRing {

    private static final double OVERLAP_DEGREES = 1;

    private PlaneRing() {}

    /**
     * @param places once round, less than half a turn from one to the next; the last is the first
     * @param poleLatitude the pole that a ring that runs round the Earth holds, ±90
     */
    static Coordinate[] of(List<LonLat> places, double poleLatitude) {
        List<LonLat> path = unwrapped(places);
        if (turns(path) == 0) {
            return coordinates(path).toArray(Coordinate[]::new);
        }
        path = unwrapped(startingNearest(poleLatitude, places));
        List<Coordinate> ring = coordinates(path);
        Coordinate first = ring.get(0);
        double overlapped = ring.get(ring.size() - 1).x + Math.signum(turns(path)) * OVERLAP_DEGREES;
        ring.add(new Coordinate(overlapped, first.y));
        ring.add(new Coordinate(overlapped, poleLatitude));
        ring.add(new Coordinate(first.x, poleLatitude));
        ring.add(first.copy());
        return ring.toArray(Coordinate[]::new);
    }

    static List<LonLat> unwrapped(List<LonLat> places) {
        List<LonLat> path = new ArrayList<>(places.size());
        for (LonLat place : places) {
            path.add(path.isEmpty() ? place : place.near(path.get(path.size() - 1)));
        }
        return path;
    }

    private static double turns(List<LonLat> path) {
        return Math.rint((path.get(path.size() - 1).longitude() - path.get(0).longitude()) / 360);
    }

    private static List<LonLat> startingNearest(double poleLatitude, List<LonLat> places) {
        int nearest = 0;
        for (int i = 1; i < places.size(); i++) {
            if (Math.abs(poleLatitude - places.get(i).latitude())
                    < Math.abs(poleLatitude - places.get(nearest).latitude())) {
                nearest = i;
            }
        }
        List<LonLat> ring = new ArrayList<>(places.subList(nearest, places.size() - 1));
        ring.addAll(places.subList(0, nearest + 1));
        ring.set(0, ring.get(0).wrapped());
        return ring;
    }

    static List<Coordinate> coordinates(List<LonLat> path) {
        List<Coordinate> coordinates = new ArrayList<>(path.size() + 4);
        for (LonLat place : path) {
            coordinates.add(new Coordinate(place.longitude(), place.latitude()));
        }
        return coordinates;
    }
}
