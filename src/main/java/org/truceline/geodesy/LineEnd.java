package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * A free end of a line.
 *
 * @param azimuthDegrees in which the line would go on
 */
record LineEnd(LonLat place, double azimuthDegrees) {

    /** All free ends: not where lines meet, nor any of a ring. */
    static List<LineEnd> of(EdgeChain chain) {
        List<LineEnd> ends = new ArrayList<>();
        for (int edge = 0; edge < chain.size(); edge++) {
            if (chain.isFreeAtStart(edge)) {
                ends.add(new LineEnd(chain.start(edge), chain.edge(edge).azimuthAt(0) + 180));
            }
            if (chain.isFreeAtEnd(edge)) {
                ends.add(new LineEnd(chain.end(edge), chain.edge(edge).azimuthAt(1)));
            }
        }
        return ends;
    }

    /** @param turnDegrees clockwise from straight ahead */
    LonLat at(double turnDegrees, double meters) {
        if (meters == 0) {
            return place.wrapped();
        }
        GeodesicData there =
                Geodesic.WGS84.Direct(place.latitude(), place.longitude(), azimuthDegrees + turnDegrees, meters);
        return new LonLat(there.lon2, there.lat2);
    }

    /** The distance to another place, and by how much its direction is turned from straight ahead. */
    Polar polar(LonLat other) {
        GeodesicData way = Geodesic.WGS84.Inverse(
                place.latitude(),
                place.longitude(),
                other.latitude(),
                other.longitude(),
                GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH | GeodesicMask.REDUCEDLENGTH);
        return new Polar(way.s12, Math.IEEEremainder(way.azi1 - azimuthDegrees, 360), way.m12);
    }

    /** @param metersPerRadian by how much places as far off are apart on neighbouring directions */
    record Polar(double meters, double turnDegrees, double metersPerRadian) {

        /** How far the place is from the geodesic in a direction. */
        double metersAside(double degrees) {
            double angle = Math.toRadians(turnDegrees - degrees);
            return Math.cos(angle) < 0 ? meters : Math.abs(metersPerRadian * Math.sin(angle));
        }
    }
}
