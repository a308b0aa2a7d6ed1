package org.truceline.geodesy;

import java.util.function.ToDoubleFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/** A geodesic that leaves a point in one direction. */
record Ray(GeodesicLine line) {

    private static final int PLACE = GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE;

    /** Below this rise of the distance along the ray, a secant would jump too far. */
    private static final double LEAST_SLOPE = 0.1;

    static Ray from(double latitude, double longitude, double azimuthDegrees) {
        return new Ray(Geodesic.WGS84.Line(latitude, longitude, azimuthDegrees, PLACE | GeodesicMask.DISTANCE_IN));
    }

    LonLat at(double meters) {
        GeodesicData data = line.Position(meters, PLACE);
        return new LonLat(data.lon2, data.lat2);
    }

    /**
     * Where a distance that is below the target at the start of the ray, and above it at twice the target, reaches it:
     * by the secant method, kept within a bracket by bisection. As no distance grows faster than the way travelled,
     * every step that is needed narrows the bracket by the precision or more, and the search ends.
     */
    LonLat exit(ToDoubleFunction<LonLat> distance, double targetMeters, double precisionMeters) {
        double inside = 0;
        double outside = 2 * targetMeters;
        double meters = targetMeters;
        double previousMeters = Double.NaN;
        double previousExcess = Double.NaN;
        while (true) {
            LonLat place = at(meters);
            double excess = distance.applyAsDouble(place) - targetMeters;
            if (Math.abs(excess) <= precisionMeters || outside - inside < precisionMeters) {
                return place;
            }
            if (excess < 0) {
                inside = meters;
            } else {
                outside = meters;
            }
            double slope = (excess - previousExcess) / (meters - previousMeters);
            double next = meters - (slope > LEAST_SLOPE ? excess / slope : excess);
            previousMeters = meters;
            previousExcess = excess;
            meters = next > inside && next < outside ? next : (inside + outside) / 2;
        }
    }
}
