package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * The distance to the points and edges of a geometry by GeographicLib alone, sharing nothing with the code under test:
 * edges are cut into short steps in longitude/latitude, far ones put aside by the haversine, and the least distance on
 * each near one found by golden section. Slow, about a millisecond a question.
 */
final class GeographicTruth {

    private static final double STEP_METERS = 300;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<double[]> steps = new ArrayList<>();

    GeographicTruth(Geometry geometry) {
        geometry.apply((GeometryComponentFilter) component -> {
            if (component instanceof LineString line) {
                for (int i = 1; i < line.getNumPoints(); i++) {
                    addEdge(line.getCoordinateN(i - 1), line.getCoordinateN(i));
                }
            } else if (component instanceof Point point) {
                addEdge(point.getCoordinate(), point.getCoordinate());
            }
        });
    }

    private void addEdge(Coordinate a, Coordinate b) {
        double length = 112_000 * Math.hypot(b.x - a.x, b.y - a.y);
        int count = Math.max(1, (int) Math.ceil(length / STEP_METERS));
        for (int i = 0; i < count; i++) {
            double from = i / (double) count;
            double to = (i + 1) / (double) count;
            steps.add(new double[] {
                a.x + from * (b.x - a.x), a.y + from * (b.y - a.y), a.x + to * (b.x - a.x), a.y + to * (b.y - a.y)
            });
        }
    }

    double metersFrom(double longitude, double latitude) {
        double[] roughly = new double[steps.size()];
        double roughlyNearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < roughly.length; i++) {
            double[] step = steps.get(i);
            roughly[i] = haversine(longitude, latitude, step[0], step[1]);
            roughlyNearest = Math.min(roughlyNearest, roughly[i]);
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < roughly.length; i++) {
            // Sphere and ellipsoid differ by 0.6 % at most.
            if (roughly[i] <= roughlyNearest * 1.012 + 2 * STEP_METERS) {
                double[] step = steps.get(i);
                if (distance(longitude, latitude, step, 0) <= nearest + 2 * STEP_METERS) {
                    nearest = Math.min(nearest, least(longitude, latitude, step));
                }
            }
        }
        return nearest;
    }

    private static double least(double longitude, double latitude, double[] step) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 36; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (distance(longitude, latitude, step, left) < distance(longitude, latitude, step, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        double inner = distance(longitude, latitude, step, (low + high) / 2);
        double ends = Math.min(distance(longitude, latitude, step, 0), distance(longitude, latitude, step, 1));
        return Math.min(inner, ends);
    }

    private static double distance(double longitude, double latitude, double[] step, double t) {
        return Geodesic.WGS84.Inverse(
                        latitude,
                        longitude,
                        step[1] + t * (step[3] - step[1]),
                        step[0] + t * (step[2] - step[0]),
                        GeodesicMask.DISTANCE)
                .s12;
    }

    private static double haversine(double longitude, double latitude, double otherLongitude, double otherLatitude) {
        double phi = Math.toRadians(latitude);
        double otherPhi = Math.toRadians(otherLatitude);
        double sinPhi = Math.sin((phi - otherPhi) / 2);
        double sinLambda = Math.sin(Math.toRadians(longitude - otherLongitude) / 2);
        double h = sinPhi * sinPhi + Math.cos(phi) * Math.cos(otherPhi) * sinLambda * sinLambda;
        return 2 * 6_371_000 * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
