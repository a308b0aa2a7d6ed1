package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

class GeodesicLengthTest {

    /** A quarter of a meridian and of the equator; JFK to LHR; lines of GeographicLib's GeodTest by its own tests. */
    @ParameterizedTest
    @CsvSource({
        "'LINESTRING (0 0, 0 90)', 10001965.729",
        "'LINESTRING (0 0, 90 0)', 10018754.171",
        "'LINESTRING (-73.8 40.6, -0.5 51.6)', 5551759.400",
        "'LINESTRING (0 20.001, 0 20.001)', 0",
        "'LINESTRING (0 36.493349428792, 0.0000008 36.493349428792)', 0.072",
        "'LINESTRING (0 0, 179.5 0.5)', 19936288.579",
        "'LINESTRING (0 5, 180 -5)', 20003931.459",
    })
    void geodesicsHaveThePublishedLengths(String wkt, double meters) {
        assertThat(GeodesicLength.of(Shapes.wkt(wkt), Edges.GEODESIC)).isCloseTo(meters, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "'LINESTRING (0 0, 0 90)', 10001965.729",
        "'LINESTRING (0 0, 90 0)', 10018754.171",
        "'LINESTRING (-180 0, 180 0)', 40075016.686",
        "'LINESTRING (-540 0, 540 0)', 120225050.057",
        "'LINESTRING (-180 90, 180 90)', 0",
        "'LINESTRING (0 60, 360 60)', 20088000.566",
        "'LINESTRING (5 5, 5 5)', 0",
        "'LINESTRING EMPTY', 0",
        "'POLYGON ((0 0, 1 0, 1 1, 0 0))', 0",
    })
    void straightEdgesFollowMeridiansAndParallels(String wkt, double meters) {
        assertThat(GeodesicLength.of(Shapes.wkt(wkt), Edges.STRAIGHT)).isCloseTo(meters, within(0.001));
    }

    @Test
    void straightEdgesAreAsLongAsManyShortGeodesics() {
        Random random = new Random(29);
        for (int i = 0; i < 50; i++) {
            LonLat from = new LonLat(random.nextDouble(-180, 180), random.nextDouble(-90, 90));
            double degrees = Math.pow(10, random.nextDouble(-3, 2));
            LonLat to = new LonLat(
                    from.longitude() + random.nextDouble(-degrees, degrees),
                    Math.max(-90, Math.min(90, from.latitude() + random.nextDouble(-degrees, degrees))));
            double meters = new StraightEdge(from, to).lengthMeters();
            assertThat(meters).as("%s %s", from, to).isCloseTo(densified(from, to, 4_000), within(1e-6 * meters));
        }
    }

    private static double densified(LonLat from, LonLat to, int steps) {
        double meters = 0;
        for (int step = 0; step < steps; step++) {
            LonLat a = from.towards(to, step / (double) steps);
            LonLat b = from.towards(to, (step + 1) / (double) steps);
            meters += Geodesic.WGS84.Inverse(
                            a.latitude(), a.longitude(), b.latitude(), b.longitude(), GeodesicMask.DISTANCE)
                    .s12;
        }
        return meters;
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void anEdgeIsAsLongAsItsPlacesSay(Edges edges) {
        Random random = new Random(31);
        for (int i = 0; i < 100; i++) {
            LonLat from = new LonLat(random.nextDouble(-180, 180), random.nextDouble(-80, 80));
            LonLat to = new LonLat(from.longitude() + random.nextDouble(-30, 30), random.nextDouble(-80, 80));
            Edge edge = edges.between(from, to);
            double meters = random.nextDouble() * edge.lengthMeters();
            double share = edge.shareAt(meters);
            LonLat place = edge.at(share);
            assertThat(edge.metersTo(share)).isCloseTo(meters, within(1e-6));
            assertThat(edges.between(from, place).lengthMeters()).isCloseTo(meters, within(1e-6));
            assertThat(edges.between(place, to).lengthMeters()).isCloseTo(edge.lengthMeters() - meters, within(1e-6));
            LonLat ahead = edge.at(share + 1e-7);
            double azimuth = Geodesic.WGS84.Inverse(
                            place.latitude(), place.longitude(), ahead.latitude(), ahead.longitude())
                    .azi1;
            assertThat(Math.IEEEremainder(edge.azimuthAt(share) - azimuth, 360)).isCloseTo(0, within(1e-4));
        }
    }

    /** A square across the antimeridian, whole and cut; a cap around the pole; a real edge along the antimeridian. */
    @ParameterizedTest
    @CsvSource({
        "'POLYGON ((179 0, 181 0, 181 2, 179 2, 179 0))', 887428.6",
        "'MULTIPOLYGON (((179 0, 180 0, 180 2, 179 2, 179 0)), ((-180 0, -179 0, -179 2, -180 2, -180 0)))', 887428.6",
        "'POLYGON ((-180 60, 180 60, 180 90, -180 90, -180 60))', 20088000.6",
        "'POLYGON ((179 0, 180 0, 180 2, 179 2, 179 0))', 664856.8",
        "'MULTIPOLYGON (((179 0, 180 0, 180 2, 179 2, 179 0)), ((-180 1, -179 1, -179 3, -180 3, -180 1)))', 1108475.2",
    })
    void aBoundaryIsWhatIsOneOnEarth(String wkt, double meters) {
        Geometry polygon = Shapes.wkt(wkt);
        assertThat(GeodesicLength.ofBoundary(polygon, Edges.STRAIGHT)).isCloseTo(meters, within(200.0));
    }

    @Test
    void aCutAddsNothingToABoundary() {
        double whole =
                GeodesicLength.ofBoundary(Shapes.wkt("POLYGON ((179 0, 181 0, 181 2, 179 2, 179 0))"), Edges.STRAIGHT);
        double cut = GeodesicLength.ofBoundary(
                Shapes.wkt(
                        "MULTIPOLYGON (((179 0, 180 0, 180 2, 179 2, 179 0)), ((-180 0, -179 0, -179 2, -180 2, -180 0)))"),
                Edges.STRAIGHT);
        assertThat(cut).isCloseTo(whole, within(1e-6));
    }

    @Test
    void onlyPolygonsHaveABoundary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicLength.ofBoundary(Shapes.wkt("LINESTRING (0 0, 1 1)"), Edges.STRAIGHT))
                .withMessageContaining("LineString");
    }

    @Test
    void namesTheCoordinateThatIsNoPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicLength.of(Shapes.wkt("LINESTRING (0 0, 0 -90.1)"), Edges.GEODESIC))
                .withMessageContaining("-90.1");
    }
}
