package org.truceline.ceasefire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;

/** Metres along a line, added up by GeographicLib from steps of a quarter of a metre along each edge. */
final class LineMeasure {
    private static final int STEPS = 100_000;
    private static final int COARSE = 100;

    private final Geometry line;
    private final List<Coordinate> places = new ArrayList<>();
    private final List<Double> meters = new ArrayList<>();

    LineMeasure(Geometry line) {
        this.line = line;
        Coordinate[] vertices = line.getCoordinates();
        add(vertices[0]);
        for (int edge = 1; edge < vertices.length; edge++) {
            for (int step = 1; step <= STEPS; step++) {
                add(between(vertices[edge - 1], vertices[edge], step / (double) STEPS));
            }
        }
    }

    private void add(Coordinate place) {
        int last = places.size() - 1;
        meters.add(last < 0 ? 0 : meters.get(last) + distance(places.get(last), place));
        places.add(place);
    }

    /** The measure of the place on the line that is nearest: of every hundredth step, then between its neighbours. */
    double nearest(double longitude, double latitude) {
        Coordinate place = new Coordinate(longitude, latitude);
        int nearest = 0;
        for (int i = 0; i < places.size(); i += COARSE) {
            nearest = distance(places.get(i), place) < distance(places.get(nearest), place) ? i : nearest;
        }
        double low = meters.get(Math.max(0, nearest - COARSE));
        double high = meters.get(Math.min(places.size() - 1, nearest + COARSE));
        while (high - low > 0.001) {
            double third = (high - low) / 3;
            if (distance(at(low + third), place) < distance(at(high - third), place)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return (low + high) / 2;
    }

    /** The line from one measure to another. */
    Geometry between(double from, double to) {
        CoordinateList path = new CoordinateList();
        path.add(at(from), false);
        for (int i = 0; i < places.size(); i += STEPS) {
            double vertex = meters.get(i);
            if (vertex > from && vertex < to) {
                path.add(places.get(i), false);
            }
        }
        path.add(at(to), false);
        return line.getFactory().createLineString(path.toCoordinateArray());
    }

    private Coordinate at(double measure) {
        int found = Collections.binarySearch(meters, measure);
        int next = Math.max(1, found < 0 ? -found - 1 : found);
        double before = meters.get(next - 1);
        return between(places.get(next - 1), places.get(next), (measure - before) / (meters.get(next) - before));
    }

    private static Coordinate between(Coordinate from, Coordinate to, double share) {
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    }

    private static double distance(Coordinate from, Coordinate to) {
        return Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.DISTANCE).s12;
    }
}
