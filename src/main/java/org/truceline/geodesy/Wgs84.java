package org.truceline.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** The WGS84 ellipsoid (EPSG:7030; NGA.STND.0036): its surface in space, and lengths along it. */
final class Wgs84 {

    /** The semi-major axis a, metres. */
    static final double EQUATORIAL_RADIUS = 6_378_137;

    /** The least radius of curvature b²/a, along the meridian at the equator, metres. */
    static final double LEAST_RADIUS = 6_335_439;

    private static final double FLATTENING = 1 / 298.257223563;
    /** The semi-minor axis b, metres. */
    static final double POLAR_RADIUS = EQUATORIAL_RADIUS * (1 - FLATTENING);

    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
    private static final double ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);
    private static final double X_WEIGHT = 1 / (EQUATORIAL_RADIUS * EQUATORIAL_RADIUS);
    private static final double Z_WEIGHT = 1 / (POLAR_RADIUS * POLAR_RADIUS);

    private Wgs84() {}

    /** The point on the surface at a longitude and latitude in degrees. */
    static Ecef onSurface(double longitude, double latitude) {
        double lambda = Math.toRadians(longitude);
        double phi = Math.toRadians(latitude);
        double sinPhi = Math.sin(phi);
        double primeVertical = primeVerticalRadius(phi);
        double fromAxis = primeVertical * Math.cos(phi);
        return new Ecef(
                fromAxis * Math.cos(lambda),
                fromAxis * Math.sin(lambda),
                primeVertical * (1 - ECCENTRICITY_SQUARED) * sinPhi);
    }

    /** The radius of curvature N across the meridian, metres, at a latitude in radians. */
    static double primeVerticalRadius(double phi) {
        double sinPhi = Math.sin(phi);
        return EQUATORIAL_RADIUS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi);
    }

    /** The radius of curvature M along the meridian, metres, at a latitude in radians. */
    static double meridianRadius(double phi) {
        double sinPhi = Math.sin(phi);
        double w = 1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi;
        return EQUATORIAL_RADIUS * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    }

    /**
     * The area between the equator and a latitude in radians, per radian of longitude, in square metres; negative in
     * the south. It is ∫ M·N·cos φ dφ = b²/2·(sin φ/(1 − e²·sin² φ) + artanh(e·sin φ)/e), with the polar radius b and
     * the eccentricity e (Snyder, Map Projections: A Working Manual, 1987, eq. 3-12).
     */
    static double areaToEquator(double phi) {
        double sinPhi = Math.sin(phi);
        double x = ECCENTRICITY * sinPhi;
        double artanh = (Math.log1p(x) - Math.log1p(-x)) / 2;
        return POLAR_RADIUS * POLAR_RADIUS / 2 * (sinPhi / (1 - x * x) + artanh / ECCENTRICITY);
    }

    static Ecef onSurface(LonLat point) {
        return onSurface(point.longitude(), point.latitude());
    }

    /** The longitude, within ±180, and latitude of a point on the surface, or of the surface under a point near it. */
    static LonLat toLonLat(Ecef p) {
        double fromAxis = Math.sqrt(p.x() * p.x() + p.y() * p.y());
        return new LonLat(
                Math.toDegrees(Math.atan2(p.y(), p.x())),
                Math.toDegrees(Math.atan2(p.z(), (1 - ECCENTRICITY_SQUARED) * fromAxis)));
    }

    /** The point where the line from the Earth's centre through p meets the surface. */
    static Ecef lift(double x, double y, double z) {
        double factor = 1 / Math.sqrt((x * x + y * y) * X_WEIGHT + z * z * Z_WEIGHT);
        return new Ecef(x * factor, y * factor, z * factor);
    }

    static Ecef lift(Ecef p) {
        return lift(p.x(), p.y(), p.z());
    }

    /**
     * The point on the surface straight over a point not far below it. With g = ∇F/2 there the height is
     * (1 − F)/(2|g|), short of its square over the Earth's diameter: 10⁻⁸ m for the middle of a chord of 4 km.
     */
    static Ecef raise(Ecef below) {
        Ecef up = up(below);
        return below.plus(up.times((1 - up.dot(below)) / (2 * up.dot(up))));
    }

    /**
     * The direction straight up from a point p on the surface, as the gradient of (x² + y²)/a² + z²/b² over 2: its
     * product with p is 1.
     */
    static Ecef up(Ecef p) {
        return new Ecef(p.x() * X_WEIGHT, p.y() * X_WEIGHT, p.z() * Z_WEIGHT);
    }

    /**
     * The most that a line straight in longitude/latitude bends away from the geodesic in its direction, near a point on
     * the surface: its geodesic curvature, 1/m. On the sphere it is tan φ·sin α·(1 + cos² α)/R for the azimuth α, and
     * sin α·(1 + cos² α) ≤ 1.0887.
     */
    static double bendOfStraightLines(Ecef p) {
        double fromAxis = Math.sqrt(p.x() * p.x() + p.y() * p.y());
        return 1.1 * Math.abs(p.z()) / (fromAxis * LEAST_RADIUS);
    }

    /**
     * The length in metres of the geodesic between two surface points, from the chord c between them.
     *
     * <p>A short geodesic is nearly the arc of the circle that osculates the normal section at its middle, so its
     * length is (2/κ)·asin(cκ/2), where κ is Euler's curvature of the section in the chord's direction. On the quadric
     * F(p) = (x² + y²)/a² + z²/b² = 1 that curvature is κ = tᵀ·diag(1/a², 1/a², 1/b²)·t / |(x/a², y/a², z/b²)| for the
     * unit tangent t, so no angle is computed at all. The middle of the chord lies below the surface; dividing it by
     * √F lifts it. By symmetry about the middle the odd error terms vanish; what is left grows with s⁵, see
     * {@link #arcLengthError}.
     */
    static double arcLength(double fromX, double fromY, double fromZ, double toX, double toY, double toZ) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double dz = toZ - fromZ;
        double horizontal = dx * dx + dy * dy;
        double chordSquared = horizontal + dz * dz;
        if (chordSquared == 0) {
            return 0;
        }
        double mx = (fromX + toX) / 2;
        double my = (fromY + toY) / 2;
        double mz = (fromZ + toZ) / 2;
        double middleSquared = mx * mx + my * my;
        double lift = Math.sqrt(middleSquared * X_WEIGHT + mz * mz * Z_WEIGHT);
        double gradient = Math.sqrt(middleSquared * X_WEIGHT * X_WEIGHT + mz * mz * Z_WEIGHT * Z_WEIGHT);
        double curvature = (horizontal * X_WEIGHT + dz * dz * Z_WEIGHT) / chordSquared * lift / gradient;
        return 2 / curvature * Math.asin(Math.min(1, Math.sqrt(chordSquared) * curvature / 2));
    }

    static double arcLength(Ecef from, Ecef to) {
        return arcLength(from.x(), from.y(), from.z(), to.x(), to.y(), to.z());
    }

    /**
     * A bound of the error of {@link #arcLength} for lengths up to 505 km, metres: measured against GeographicLib at
     * random places and azimuths, where it is at most 2.6·10⁻⁷ m at 100 km, 6.3·10⁻⁵ m at 300 km and 8.2·10⁻⁴ m at
     * 500 km, and 4·10⁻⁹ m of rounding at any length.
     */
    static double arcLengthError(double meters) {
        double share = meters / 500_000;
        return 1e-8 + 1e-3 * share * share * share * share * share;
    }

    /** The length in metres of the geodesic between two points, by Karney's solution (GeographicLib): any distance. */
    static double geodesicLength(LonLat from, LonLat to) {
        return Geodesic.WGS84.Inverse(
                        from.latitude(), from.longitude(), to.latitude(), to.longitude(), GeodesicMask.DISTANCE)
                .s12;
    }
}
