package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The oracle that measures buffers, itself measured against GeographicLib. */
class GeodesicDistanceTest {

    private static final double MILLIMETRE = 1e-3;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 1_000, 10_000, 140_000, 299_000, 500_000, 5_000_000})
    void agreesWithGeographicLibBetweenPointsAnywhere(double meters) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double longitude = random.nextDouble(-180, 180);
            double latitude = random.nextDouble(-89.9, 89.9);
            GeodesicData there = Geodesic.WGS84.Direct(latitude, longitude, random.nextDouble(360), meters);
            GeodesicDistance distance =
                    GeodesicDistance.to(Shapes.FACTORY.createPoint(new Coordinate(longitude, latitude)));
            assertThat(distance.metersFrom(there.lon2, there.lat2)).isCloseTo(meters, within(MILLIMETRE));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.02, 250", "0.5, 150", "3, 60"})
    void agreesWithGeographicLibOnTheBorder(double degreesAround, int questions) {
        Geometry border = Shapes.border();
        GeodesicDistance distance = GeodesicDistance.to(border);
        GeographicTruth truth = new GeographicTruth(border);
        Random random = new Random(11);
        Coordinate[] vertices = border.getCoordinates();
        for (int i = 0; i < questions; i++) {
            Coordinate vertex = vertices[random.nextInt(vertices.length)];
            double longitude = vertex.x + random.nextDouble(-degreesAround, degreesAround);
            double latitude = vertex.y + random.nextDouble(-degreesAround, degreesAround);
            assertThat(distance.metersFrom(longitude, latitude))
                    .as("from %s, %s", longitude, latitude)
                    .isCloseTo(truth.metersFrom(longitude, latitude), within(MILLIMETRE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'LINESTRING (10 80, 14 82)', 2",
        "'LINESTRING (0 89.5, 4 89.8, 3 89.9)', 3",
        "'LINESTRING (179 60, 181 61)', 1",
        "'LINESTRING (-100 49, -96 49)', 2",
        "'LINESTRING (10 -5, 10 5)', 3",
        "'MULTIPOINT ((3 4), (3.1 4), (3 4))', 1",
        "'LINESTRING (5 5, 5 5)', 1",
    })
    void edgesAreStraightInLongitudeAndLatitude(String wkt, double degreesAround) {
        Geometry geometry = Shapes.wkt(wkt);
        GeodesicDistance distance = GeodesicDistance.to(geometry);
        GeographicTruth truth = new GeographicTruth(geometry);
        Coordinate centre = geometry.getEnvelopeInternal().centre();
        Random random = new Random(13);
        for (int i = 0; i < 40; i++) {
            double longitude = centre.x + random.nextDouble(-degreesAround, degreesAround);
            double latitude = Math.min(90, centre.y + random.nextDouble(-degreesAround, degreesAround));
            assertThat(distance.metersFrom(longitude, latitude))
                    .as("from %s, %s", longitude, latitude)
                    .isCloseTo(truth.metersFrom(longitude, latitude), within(MILLIMETRE));
        }
    }

    @Test
    void wholeTurnsOfLongitudeChangeNothing() {
        GeodesicDistance distance = GeodesicDistance.to(Shapes.wkt("LINESTRING (179 60, 181 61)"));
        assertThat(distance.metersFrom(-179.5, 60)).isCloseTo(distance.metersFrom(180.5, 60), within(1e-6));
    }

    @Test
    void insideAPolygonIsAtDistanceZeroInItsHoleIsNot() {
        Geometry polygon =
                Shapes.wkt("POLYGON ((178 0, 182 0, 182 4, 178 4, 178 0), (179 1, 181 1, 181 3, 179 3, 179 1))");
        GeodesicDistance distance = GeodesicDistance.to(polygon);
        assertThat(distance.metersFrom(178.5, 2)).isZero();
        assertThat(distance.metersFrom(-178.5, 2)).isZero();
        assertThat(distance.metersFrom(180, 2)).isCloseTo(distance.metersFrom(-180, 2), within(1e-6));
        assertThat(distance.metersFrom(180, 2)).isGreaterThan(110_000);
    }

    @Test
    void everywhereIsInfinitelyFarFromNothing() {
        assertThat(GeodesicDistance.to(Shapes.wkt("MULTILINESTRING EMPTY")).metersFrom(0, 0))
                .isInfinite();
    }

    @Test
    void namesTheCoordinateThatIsNoPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicDistance.to(Shapes.wkt("POINT (40 91)")))
                .withMessageContaining("latitude")
                .withMessageContaining("91");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicDistance.to(Shapes.wkt("LINESTRING (0 0, 541 0)")))
                .withMessageContaining("longitude")
                .withMessageContaining("541");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicDistance.to(Shapes.FACTORY.createPoint(new Coordinate(1, Double.NaN))))
                .withMessageContaining("NaN");
    }

    @Test
    void aPolygonThatCrossesItselfHasNoInside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicDistance.to(Shapes.wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))")))
                .withMessageContaining("not valid")
                .withMessageContaining("Self-intersection");
    }
}
