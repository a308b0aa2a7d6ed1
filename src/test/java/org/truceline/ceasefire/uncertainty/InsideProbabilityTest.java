package org.truceline.ceasefire.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.truceline.geodesy.GeodesicDistance;

/** Against closed forms. On the ellipsoid they hold to (σ/R)², far below what is asked here. */
class InsideProbabilityTest {
    /** What the method reaches beyond the bound that it promises. */
    private static final double CLOSE = 5e-4;

    private static final Spot ORIGIN = new Spot(0, 0);

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746",
        "-1, 0.158655254",
        "0.3, 0.617911422",
        "1.645, 0.950015094",
        "-1.645, 0.049984906",
        "2.5, 0.993790335",
        "-3.5, 0.000232629"
    })
    void ofANormalAndAHalfPlaneIsTheErrorIntegral(double sigmasInside, double expected) throws ParseException {
        double sigma = 1200;
        Spot centre = east(sigmasInside * sigma);
        InsideProbability found = InsideProbability.of(new CircularNormal(centre, sigma), eastOfTheMeridian());
        assertClose(found, expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 2, 2.4477468306808166, 4})
    void ofANormalAndADiscAboutItIsOneLessTheRayleighTail(double radii) {
        double sigma = 800;
        Spot centre = new Spot(70.5, 39.9);
        InsideProbability found = InsideProbability.of(new CircularNormal(centre, sigma), disc(centre, radii * sigma));
        assertClose(found, 1 - Math.exp(-radii * radii / 2));
    }

    @Test
    void theStatedRadiusHolds95Percent() {
        Spot centre = new Spot(70.5, 39.9);
        CircularNormal stated = CircularNormal.within95Percent(centre, 2500);
        assertThat(stated.sigmaMeters()).isCloseTo(1021.3475, within(1e-4));
        assertClose(InsideProbability.of(stated, disc(centre, 2500)), 0.95);
    }

    /** P = 1 − Q₁(2, 1), Marcum's Q function, as tabulated for the non-central χ² with two degrees of freedom. */
    @Test
    void ofANormalAndADiscBesideIt() {
        double sigma = 1000;
        InsideProbability found = InsideProbability.of(new CircularNormal(ORIGIN, sigma), disc(east(2 * sigma), sigma));
        assertClose(found, 1 - marcum(2, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 45, 90, 135})
    void ofANormalAndAWedgeAtItIsTheWedgesShareOfTheCircle(double degrees) throws ParseException {
        double far = 0.5;
        Depth wedge = signed(read("POLYGON ((0 0, %s %s, %s 0, 0 0))"
                .formatted(
                        far * Math.cos(Math.toRadians(degrees)),
                        // Degrees of latitude are shorter than those of longitude at the equator.
                        far * Math.sin(Math.toRadians(degrees)) * 111_319.49 / 110_574.28,
                        far)));
        assertClose(InsideProbability.of(new CircularNormal(ORIGIN, 500), wedge), degrees / 360);
    }

    @Test
    void ofANormalAndABandIsADifferenceOfErrorIntegrals() throws ParseException {
        Depth east = eastOfTheMeridian();
        double sigma = 1000;
        // From 1 to 2 km east of the meridian, seen 1.5 km east of it.
        Depth band = (longitude, latitude) -> {
            double meters = east.metersAt(longitude, latitude);
            return Math.min(meters - 1000, 2000 - meters);
        };
        assertClose(InsideProbability.of(new CircularNormal(east(1500), sigma), band), 2 * 0.191462461);
    }

    @Test
    void ofAnExactPointIsYesOrNo() {
        Spot centre = new Spot(70.5, 39.9);
        CircularNormal exact = new CircularNormal(centre, 0);
        assertThat(InsideProbability.of(exact, disc(centre, 1))).isEqualTo(new InsideProbability(1, 0));
        assertThat(InsideProbability.of(exact, (longitude, latitude) -> -1)).isEqualTo(new InsideProbability(0, 0));
        assertThat(InsideProbability.of(exact, (longitude, latitude) -> 0)).isEqualTo(new InsideProbability(0, 0));
    }

    @Test
    void ofASectorAndACircleAboutTheObserverIsARatioOfAreas() {
        UniformSector sector = new UniformSector(new Spot(70.5, 39.9), 225, 15, 4000, 5000);
        InsideProbability found = InsideProbability.of(sector, disc(sector.observer(), 4500));
        assertClose(found, (4500.0 * 4500 - 4000 * 4000) / (5000.0 * 5000 - 4000 * 4000));
    }

    @Test
    void ofASectorAndALineThroughTheObserverIsARatioOfAngles() throws ParseException {
        UniformSector sector = new UniformSector(ORIGIN, 5, 20, 0, 6000);
        assertClose(InsideProbability.of(sector, eastOfTheMeridian()), 25.0 / 40);
    }

    /** The part nearer than a line across the sector at 4.5 km: ½∫((c/cos θ)² − r₁²) dθ = c² tan Δ − r₁² Δ. */
    @Test
    void ofASectorAndALineAcrossItIsARatioOfAreas() throws ParseException {
        double half = Math.toRadians(12);
        UniformSector sector = new UniformSector(ORIGIN, 90, 12, 4000, 5000);
        Depth nearer = signed(read("POLYGON ((-1 -1, %1$s -1, %1$s 1, -1 1, -1 -1))"
                .formatted(east(4500).longitude())));
        double expected =
                (4500.0 * 4500 * Math.tan(half) - 4000.0 * 4000 * half) / (half * (5000.0 * 5000 - 4000.0 * 4000));
        assertClose(InsideProbability.of(sector, nearer), expected);
    }

    @Test
    void ofAWholeRingAndAHalfPlaneIsOneHalf() throws ParseException {
        assertClose(InsideProbability.of(new UniformSector(ORIGIN, 0, 180, 1000, 3000), eastOfTheMeridian()), 0.5);
    }

    @Test
    void ofAnAreaAndALineIsARatioOfAreas() throws ParseException {
        UniformArea area = UniformArea.of(read("POLYGON ((-0.01 40, 0.03 40, 0.03 40.02, -0.01 40.02, -0.01 40))"));
        assertClose(InsideProbability.of(area, eastOfTheMeridian()), 0.75);
    }

    /** Two parts, one with a hole; by latitude, where a degree's area falls with cos φ by 2 % in this box. */
    @Test
    void ofAnAreaWithHolesInPartsIsARatioOfAreas() throws ParseException {
        UniformArea area = UniformArea.of(
                read(
                        "MULTIPOLYGON (((0 60, 0.3 60, 0.3 60.3, 0 60.3, 0 60),"
                                + " (0.1 60.1, 0.1 60.2, 0.2 60.2, 0.2 60.1, 0.1 60.1)), ((-0.3 60, -0.2 60, -0.2 60.3, -0.3 60.3, -0.3 60)))"));
        double all = 4 * strip(60, 60.3) - strip(60.1, 60.2);
        Depth south = signed(read("POLYGON ((-2 58, 2 58, 2 60.15, -2 60.15, -2 58))"));
        double inside = 4 * strip(60, 60.15) - strip(60.1, 60.15);
        assertClose(InsideProbability.of(area, south), inside / all);
    }

    @Test
    void aZoneTooFineForTheCellsIsMetWithABoundThatSaysSo() {
        // Stripes of 100 m, half of them inside.
        Depth stripes = (longitude, latitude) -> {
            double meters = Math.IEEEremainder(longitude * 111_319.49, 200);
            return Math.abs(meters) - 50;
        };
        InsideProbability found = InsideProbability.of(new CircularNormal(ORIGIN, 1000), stripes);
        assertThat(found.value()).isCloseTo(0.5, within(0.005));
        assertThat(found.maxError()).isGreaterThan(InsideProbability.TOLERANCE);
    }

    @Test
    void theCentreOfASectorHalvesIt() {
        UniformSector sector = new UniformSector(new Spot(70.5, 39.9), 225, 15, 3000, 5000);
        Spot centre = sector.centre();
        assertThat(meters(sector.observer(), centre)).isCloseTo(Math.sqrt(17e6), within(1e-6));
        assertThat(Geodesic.WGS84.Inverse(39.9, 70.5, centre.latitude(), centre.longitude()).azi1)
                .isCloseTo(-135, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0, 0, 1000",
        "90, 181, 0, 1000",
        "90, 10, 1000, 1000",
        "90, 10, -1, 1000",
        "90, 10, 0, 100001",
        "NaN, 10, 0, 1000"
    })
    void refusesWhatIsNoSector(double bearing, double halfWidth, double nearest, double farthest) {
        assertThatThrownBy(() -> new UniformSector(ORIGIN, bearing, halfWidth, nearest, farthest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAreaWithoutArea() {
        assertThatThrownBy(() -> UniformArea.of(read("LINESTRING (0 0, 1 1)")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CircularNormal(ORIGIN, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(InsideProbability found, double expected) {
        assertThat(found.maxError()).isLessThanOrEqualTo(InsideProbability.TOLERANCE);
        assertThat(found.value()).isCloseTo(expected, within(CLOSE));
    }

    /** Area between two parallels of one degree of longitude, up to a factor (authalic latitude on WGS84). */
    private static double strip(double south, double north) {
        return authalic(north) - authalic(south);
    }

    private static double authalic(double latitude) {
        double e = Math.sqrt(0.00669437999014);
        double sine = Math.sin(Math.toRadians(latitude));
        return sine / (1 - e * e * sine * sine) + Math.log((1 + e * sine) / (1 - e * sine)) / (2 * e);
    }

    /** Q₁(a, b) = e^(−(a² + b²)/2) Σ (a/b)^k I_k(ab); here by integrating the Rice density, Simpson's rule. */
    private static double marcum(double a, double b) {
        int steps = 20_000;
        double h = b / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = i * h;
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * x * Math.exp(-(x * x + a * a) / 2) * bessel0(a * x);
        }
        return 1 - sum * h / 3;
    }

    private static double bessel0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 60; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    private static Depth eastOfTheMeridian() throws ParseException {
        GeodesicDistance line = GeodesicDistance.to(read("LINESTRING (0 -5, 0 45)"));
        return (longitude, latitude) -> Math.signum(longitude) * line.metersFrom(longitude, latitude);
    }

    private static Depth disc(Spot centre, double radius) {
        return (longitude, latitude) -> radius - meters(centre, new Spot(longitude, latitude));
    }

    private static Depth signed(Geometry polygon) {
        GeodesicDistance edge = GeodesicDistance.to(polygon.getBoundary());
        SimplePointInAreaLocator inside = new SimplePointInAreaLocator(polygon);
        return (longitude, latitude) -> {
            double meters = edge.metersFrom(longitude, latitude);
            return inside.locate(new Coordinate(longitude, latitude)) == Location.EXTERIOR ? -meters : meters;
        };
    }

    private static Spot east(double meters) {
        return new Spot(Geodesic.WGS84.Direct(0, 0, 90, meters).lon2, 0);
    }

    private static double meters(Spot from, Spot to) {
        return Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), to.latitude(), to.longitude()).s12;
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }
}
