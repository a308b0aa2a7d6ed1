package org.truceline.geodesy;

/**
 * An edge that is straight in longitude/latitude. At the share t of it the longitude λ and latitude φ are linear in t,
 * so that its length is the integral of √((N·cos φ·λ′)² + (M·φ′)²), with the ellipsoid's radii of curvature M along the
 * meridian and N across it.
 */
record StraightEdge(LonLat from, LonLat to) implements Edge {

    /** Newton's method gains digits quadratically, from a start that is off by the change of speed along the edge. */
    private static final int MOST_STEPS = 12;

    private static final double PRECISION_METERS = 1e-9;

    @Override
    public double lengthMeters() {
        return metersTo(1);
    }

    @Override
    public LonLat at(double share) {
        return share == 1 ? to : from.towards(to, share);
    }

    @Override
    public double metersTo(double share) {
        double widest =
                Math.max(Math.abs(to.longitude() - from.longitude()), Math.abs(to.latitude() - from.latitude()));
        return Quadrature.integral(0, share, share * widest, this::speedAt);
    }

    @Override
    public double shareAt(double meters) {
        double length = lengthMeters();
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, meters / length));
        for (int step = 0; step < MOST_STEPS && share > 0 && share < 1; step++) {
            double excess = metersTo(share) - meters;
            if (Math.abs(excess) <= PRECISION_METERS) {
                break;
            }
            share = Math.max(0, Math.min(1, share - excess / speedAt(share)));
        }
        return share;
    }

    /** At a pole it is the limit. */
    @Override
    public double azimuthAt(double share) {
        return Math.toDegrees(Math.atan2(east(share), north(share)));
    }

    @Override
    public double speedAt(double share) {
        return Math.hypot(east(share), north(share));
    }

    /** The eastward part of the way that the whole edge would be at the speed of one place, metres. */
    private double east(double share) {
        double phi = latitudeRadians(share);
        return Wgs84.primeVerticalRadius(phi) * Math.cos(phi) * Math.toRadians(to.longitude() - from.longitude());
    }

    private double north(double share) {
        return Wgs84.meridianRadius(latitudeRadians(share)) * Math.toRadians(to.latitude() - from.latitude());
    }

    private double latitudeRadians(double share) {
        return Math.toRadians(from.latitude() + share * (to.latitude() - from.latitude()));
    }
}
