package org.truceline.ceasefire.uncertainty;

import java.util.List;

/** A triangle with edges straight in longitude/latitude, as a part of a uniform distribution. */
record TriangleCell(Spot a, Spot b, Spot c, double mass) implements Cell {
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
    /** No degree of latitude on WGS84 is longer, nor a degree of longitude than this times the latitude's cosine. */
    private static final double METERS_PER_DEGREE = 111_700;

    /**
     * A triangle with its area on the ellipsoid for its mass, up to a factor that is the same for all. The density of
     * area, cos φ/(1 − e² sin² φ)², is integrated by the middles of the edges, which is exact to the third power of the
     * triangle's size.
     */
    static TriangleCell of(Spot a, Spot b, Spot c) {
        double inDegrees = Math.abs((b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
                        - (c.longitude() - a.longitude()) * (b.latitude() - a.latitude()))
                / 2;
        double density = (density(middle(a, b)) + density(middle(b, c)) + density(middle(c, a))) / 3;
        return new TriangleCell(a, b, c, inDegrees * density);
    }

    private static double density(Spot place) {
        double latitude = Math.toRadians(place.latitude());
        double sine = Math.sin(latitude);
        double narrowing = 1 - ECCENTRICITY_SQUARED * sine * sine;
        return Math.cos(latitude) / (narrowing * narrowing);
    }

    TriangleCell times(double factor) {
        return new TriangleCell(a, b, c, mass * factor);
    }

    @Override
    public Spot centre() {
        return new Spot(
                (a.longitude() + b.longitude() + c.longitude()) / 3, (a.latitude() + b.latitude() + c.latitude()) / 3);
    }

    @Override
    public double radiusMeters() {
        Spot centre = centre();
        return Math.max(atMost(centre, a), Math.max(atMost(centre, b), atMost(centre, c)));
    }

    /** Cuts the longest edge, so that no triangle becomes a needle. */
    @Override
    public List<Cell> halves() {
        double ab = atMost(a, b);
        double bc = atMost(b, c);
        double ca = atMost(c, a);
        if (ab >= bc && ab >= ca) {
            return halves(a, b, c);
        }
        return bc >= ca ? halves(b, c, a) : halves(c, a, b);
    }

    private List<Cell> halves(Spot from, Spot to, Spot opposite) {
        Spot middle = middle(from, to);
        TriangleCell first = of(from, middle, opposite);
        TriangleCell second = of(middle, to, opposite);
        double share = mass / (first.mass + second.mass);
        return List.of(first.times(share), second.times(share));
    }

    private static Spot middle(Spot from, Spot to) {
        return new Spot((from.longitude() + to.longitude()) / 2, (from.latitude() + to.latitude()) / 2);
    }

    /** The length of the straight longitude/latitude line, or a little more; the geodesic is no longer than that. */
    private static double atMost(Spot from, Spot to) {
        boolean crossesEquator = from.latitude() * to.latitude() < 0;
        double nearestToEquator = crossesEquator ? 0 : Math.min(Math.abs(from.latitude()), Math.abs(to.latitude()));
        double north = to.latitude() - from.latitude();
        double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(nearestToEquator));
        return METERS_PER_DEGREE * Math.hypot(north, east);
    }
}
