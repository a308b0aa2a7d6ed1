package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.truceline.geodesy.Sector.Bearing;
import org.truceline.geodesy.Sector.Range;

class SectorTest {

    private static final double TOLERANCE = 0.1;

    /** Kok-Tash, the equator, the antimeridian, high latitudes, around a pole, from one; slices, rings and discs. */
    @ParameterizedTest
    @CsvSource({
        "70.55, 39.85, 225, 22.5, 4000, 5000",
        "70.55, 39.85, 0, 11.25, 0, 5000",
        "70.55, 39.85, 350, 90, 0, 140000",
        "70.55, 39.85, -10, 179, 1000, 2000",
        "0, 0, 90, 1, 10, 500000",
        "0, 0, 0, 180, 0, 500000",
        "0, 0, 45, 180, 499000, 500000",
        "179.999, -17, 60, 60, 0, 30000",
        "-180, 65, 270, 180, 5000, 10000",
        "30, 85, 10, 40, 100000, 500000",
        "30, 87, 0, 30, 100000, 500000",
        "30, 87, 100, 180, 400000, 500000",
        "-120, -88, 0, 180, 0, 300000",
        "12, 90, 0, 180, 0, 100000",
        "12, -90, 0, 180, 10, 100",
        "12, 90, 120, 20, 1000, 50000",
        "70, 40, 0, 0.01, 0, 1",
    })
    void holdsWhatTheObserverMeansAndNothingElse(
            double longitude, double latitude, double azimuth, double halfWidth, double from, double to) {
        Sector sector = new Sector(longitude, latitude, new Bearing(azimuth, halfWidth), new Range(from, to));
        MeasuredArea area = sector.area(TOLERANCE);
        assertThat(area.area().isValid()).isTrue();
        assertThat(area.area().getSRID()).isEqualTo(4326);
        assertThat(area.maxErrorMeters()).isBetween(0.0, TOLERANCE);
        assertHolds(sector, area);
        assertThat(GeodesicArea.of(area.area(), Edges.STRAIGHT))
                .isCloseTo(squareMeters(sector), within(2 * TOLERANCE * perimeter(sector)));
    }

    private static void assertHolds(Sector sector, MeasuredArea area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area.area());
        Random random = new Random(37);
        double margin = 2 * area.maxErrorMeters();
        for (int i = 0; i < 2_000; i++) {
            double meters = random.nextDouble(
                    sector.range().fromMeters() * 0.8, sector.range().toMeters() * 1.2);
            double turn = random.nextDouble(-180, 180)
                    * (i % 2 == 0 ? 1 : sector.bearing().halfWidthDegrees() / 170);
            GeodesicData there = Geodesic.WGS84.Direct(
                    sector.latitude(),
                    sector.longitude(),
                    sector.bearing().azimuthDegrees() + turn,
                    meters,
                    GeodesicMask.ALL);
            double beyondArc = Math.max(
                    sector.range().fromMeters() - meters,
                    meters - sector.range().toMeters());
            double beyondTurn =
                    Math.abs(Math.IEEEremainder(turn, 360)) - sector.bearing().halfWidthDegrees();
            double beyondSide = Math.toRadians(beyondTurn) * there.m12;
            boolean isClear = Math.abs(beyondArc) > margin
                    && (sector.bearing().isAllRound() || Math.abs(beyondSide) > margin)
                    && meters > margin;
            if (isClear) {
                boolean isMeant = beyondArc < 0 && (sector.bearing().isAllRound() || beyondSide < 0);
                assertThat(locator.locate(new Coordinate(there.lon2, there.lat2)) != Location.EXTERIOR)
                        .as("%s m on %s", meters, sector.bearing().azimuthDegrees() + turn)
                        .isEqualTo(isMeant);
            }
        }
    }

    /** The area by its definition, ∫∫ m₁₂ ds dα, with GeographicLib's reduced length m₁₂. */
    private static double squareMeters(Sector sector) {
        return fan(sector, sector.range().toMeters())
                - fan(sector, sector.range().fromMeters());
    }

    private static double fan(Sector sector, double meters) {
        int rays = 360;
        int steps = 100;
        double sum = 0;
        for (int ray = 0; ray < rays && meters > 0; ray++) {
            double turn = ((ray + 0.5) / rays * 2 - 1) * sector.bearing().halfWidthDegrees();
            var line = Geodesic.WGS84.Line(
                    sector.latitude(), sector.longitude(), sector.bearing().azimuthDegrees() + turn);
            for (int step = 0; step < steps; step++) {
                sum += line.Position((step + 0.5) / steps * meters, GeodesicMask.REDUCEDLENGTH).m12;
            }
        }
        return sum * meters / steps * Math.toRadians(2 * sector.bearing().halfWidthDegrees()) / rays;
    }

    private static double perimeter(Sector sector) {
        double angle = Math.toRadians(2 * sector.bearing().halfWidthDegrees());
        return (2 + angle) * (sector.range().toMeters() + sector.range().fromMeters());
    }

    /** The cap above a latitude has the area 2π·(A(90°) − A(φ)). */
    @Test
    void aDiscAroundThePoleHasTheAreaOfItsCap() {
        double meters = 300_000;
        double latitude = Geodesic.WGS84.Direct(90, 0, 0, meters).lat2;
        double cap = 2 * Math.PI * (Wgs84.areaToEquator(Math.PI / 2) - Wgs84.areaToEquator(Math.toRadians(latitude)));
        MeasuredArea area = new Sector(0, 90, Bearing.ALL_ROUND, new Range(0, meters)).area(0.01);
        assertThat(GeodesicArea.of(area.area(), Edges.STRAIGHT)).isCloseTo(cap, within(1e-8 * cap));
    }

    @Test
    void aRingHasAHole() {
        MeasuredArea ring = new Sector(70, 40, Bearing.ALL_ROUND, new Range(1_000, 2_000)).area();
        assertThat(((Polygon) ring.area()).getNumInteriorRing()).isOne();
    }

    @Test
    void aSliceIsCutAtTheAntimeridian() {
        MeasuredArea slice = new Sector(179.9, 10, new Bearing(90, 10), new Range(0, 50_000)).area();
        assertThat(slice.area().getNumGeometries()).isEqualTo(2);
        assertThat(slice.area().getEnvelopeInternal().getMaxX()).isEqualTo(180);
        assertThat(slice.area().getEnvelopeInternal().getMinX()).isEqualTo(-180);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 90, 0, 10, 0, 1000",
        "0, -90, 0, 10, 0, 1000",
        "0, 89.99, 0, 10, 0, 1116.9",
        "0, 89.99, 10, 10, 0, 2000"
    })
    void refusesABoundaryThroughAPole(
            double longitude, double latitude, double azimuth, double halfWidth, double from, double to) {
        Sector sector = new Sector(longitude, latitude, new Bearing(azimuth, halfWidth), new Range(from, to));
        assertThatIllegalArgumentException().isThrownBy(sector::area).withMessageContaining("pole");
    }

    @Test
    void refusesWhatIsNoSector() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(5, 5)).withMessageContaining("5.0 to 5.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(0, 500_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bearing(0, 0)).withMessageContaining("half width");
        assertThatIllegalArgumentException().isThrownBy(() -> new Bearing(0, 180.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bearing(Double.NaN, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sector(181, 0, Bearing.ALL_ROUND, new Range(0, 1)))
                .withMessageContaining("181");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sector(0, Double.NaN, Bearing.ALL_ROUND, new Range(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sector(0, 0, Bearing.ALL_ROUND, new Range(0, 1)).area(0.0001))
                .withMessageContaining("tolerance");
    }
}
