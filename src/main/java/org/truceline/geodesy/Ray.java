package org.truceline.geodesy;

/**
 * A way over the surface that leaves a point in one direction: the tangent there, lifted on to the surface along lines
 * through the Earth's centre. It lies in one plane with the centre, as a great circle does on the sphere, and strays
 * from the geodesic in the same direction by less than a thousandth of its length within 1,000 km.
 *
 * @param origin on the surface
 * @param direction a unit tangent there
 */
record Ray(Ecef origin, Ecef direction) {

    /** @param reach metres along the tangent, of which the lifted way is a little less */
    Ecef at(double reach) {
        return Wgs84.lift(
                origin.x() + reach * direction.x(),
                origin.y() + reach * direction.y(),
                origin.z() + reach * direction.z());
    }

    /**
     * How fast the distance to a foot grows with the reach. With X = origin + reach·direction and p = X/√F(X) it is the
     * product of dp/dreach = (direction − p·(∇F(p)·direction)/2)/√F and the direction from the foot to p. The chord
     * stands for the geodesic between them, whose direction at p differs by half the angle between their verticals.
     *
     * @param p the point at the reach
     */
    double slope(double reach, Ecef p, Ecef foot) {
        double fall = Wgs84.up(p).dot(direction);
        double dx = p.x() - foot.x();
        double dy = p.y() - foot.y();
        double dz = p.z() - foot.z();
        double along = (direction.x() - fall * p.x()) * dx
                + (direction.y() - fall * p.y()) * dy
                + (direction.z() - fall * p.z()) * dz;
        double farther = reach / Wgs84.EQUATORIAL_RADIUS;
        return along / Math.sqrt((dx * dx + dy * dy + dz * dz) * (1 + farther * farther));
    }
}
