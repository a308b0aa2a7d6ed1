package org.truceline.geodesy;

/** The distance to one point by GeographicLib, however far: slow, and exact where chords no longer are. */
record PointField(LonLat target) implements Field {

    @Override
    public Probe probe(LonLat place, Ecef point) {
        return new Probe(place, point, Wgs84.geodesicLength(target, place), 0);
    }

    @Override
    public double metersTo(int piece, Ecef point) {
        return Wgs84.geodesicLength(target, Wgs84.toLonLat(point));
    }

    @Override
    public double metersToFoot(Probe probe, Ecef point) {
        return metersTo(probe.piece(), point);
    }

    @Override
    public double bend(int piece) {
        return 0;
    }
}
