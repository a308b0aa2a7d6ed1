package org.truceline.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/** The shortest way between two points. Shares of it are shares of its length. */
record GeodesicEdge(LonLat from, LonLat to, GeodesicLine line, double lengthMeters) implements Edge {

    static GeodesicEdge between(LonLat from, LonLat to) {
        GeodesicLine line =
                Geodesic.WGS84.InverseLine(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        return new GeodesicEdge(from, to, line, line.Distance());
    }

    @Override
    public LonLat at(double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? from : to.near(from);
        }
        GeodesicData there = line.Position(metersTo(share), GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
        return new LonLat(there.lon2, there.lat2).near(from);
    }

    @Override
    public double metersTo(double share) {
        return share * lengthMeters;
    }

    @Override
    public double shareAt(double meters) {
        return lengthMeters == 0 ? 0 : Math.max(0, Math.min(1, meters / lengthMeters));
    }

    @Override
    public double speedAt(double share) {
        return lengthMeters;
    }

    @Override
    public double azimuthAt(double share) {
        return line.Position(metersTo(share), GeodesicMask.AZIMUTH).azi2;
    }
}
