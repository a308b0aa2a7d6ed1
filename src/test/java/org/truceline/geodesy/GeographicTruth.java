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
public final class GeographicTruth {

    private static final double STEP_METERS = 300;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<double[]> steps = new ArrayList<>();

    public GeographicTruth(Geometry geometry) {
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

    public double metersFrom(double longitude, double latitude) {
        double[] roughly = new double[steps.size()];
        int likeliest = 0;
        for (int i = 0; i < roughly.length; i++) {
            double[] step = steps.get(i);
            roughly[i] = haversine(longitude, latitude, step[0], step[1]);
            likeliest = roughly[i] < roughly[likeliest] ? i : likeliest;
        }
        double nearest = least(longitude, latitude, steps.get(likeliest));
        for (int i = 0; i < roughly.length; i++) {
            // Sphere and ellipsoid differ by 0.6 % at most.
            if (roughly[i] <= roughly[likeliest] * 1.012 + 2 * STEP_METERS) {
                double[] step = steps.get(i);
                // No place on a step is nearer than half of what the way over both its ends is longer than the step.
                double overEnds = distance(longitude, latitude, step, 0) + distance(longitude, latitude, step, 1);
                if ((overEnds - STEP_METERS) / 2 <= nearest) {
                    nearest = Math.min(nearest, least(longitude, latitude, step));
                }
            }
        }
        return nearest;
    }

    private static double least(double longitude, double latitude, double[] step) {
        double low = 0;
        double high = 1;
        double left = 1 - GOLDEN;
        double right = GOLDEN;
        double atLeft = distance(longitude, latitude, step, left);
        double atRight = distance(longitude, latitude, step, right);
        for (int i = 0; i < 36; i++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = distance(longitude, latitude, step, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = distance(longitude, latitude, step, right);
            }
        }
        double ends = Math.min(distance(longitude, latitude, step, 0), distance(longitude, latitude, step, 1));
        return Math.min(Math.min(atLeft, atRight), ends);
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
