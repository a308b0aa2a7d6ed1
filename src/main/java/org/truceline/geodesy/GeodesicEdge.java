package org.truceline.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/** The shortest way between two points. */
record GeodesicEdge(LonLat from, GeodesicLine line, double lengthMeters) implements Edge {

    static GeodesicEdge between(LonLat from, LonLat to) {
        GeodesicLine line =
                Geodesic.WGS84.InverseLine(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        return new GeodesicEdge(from, line, line.Distance());
    }

    @Override
    public LonLat at(double meters) {
        GeodesicData there = line.Position(meters, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
        return new LonLat(there.lon2, there.lat2).near(from);
    }

    @Override
    public double azimuthDegrees(double meters) {
        return line.Position(meters, GeodesicMask.AZIMUTH).azi2;
    }
}
