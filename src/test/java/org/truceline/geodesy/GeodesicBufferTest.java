package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class GeodesicBufferTest {

    private static final double TOLERANCE = 0.1;

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 3_000, 10_000})
    void theBorderIsRightAgainstGeographicLib(double meters) {
        BufferCheck.of(Shapes.border(), Edges.STRAIGHT, meters).buffer();
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 50_000, 140_000, 500_000})
    void theBorderHoldsTheNearAndNothingElse(double meters) {
        bufferOf(Shapes.border(), meters);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "3000, 1", "5000, 0", "10000, 0", "140000, 0"})
    void aClosedRingHasAHoleOnlyWhereItIsWide(double meters, int holes) {
        MeasuredArea buffer = bufferOf(Shapes.vorukh(), meters);
        assertThat(Shapes.holesIn(buffer.area())).isEqualTo(holes);
        assertThat(buffer.area().getNumGeometries()).isEqualTo(1);
    }

    @Test
    void aPolygonHoldsItsInsideAndKeepsAHoleThatIsWideEnough() {
        String rings = "(70 40, 71 40, 71 41, 70 41, 70 40), (70.2 40.2, 70.2 40.8, 70.8 40.8, 70.8 40.2, 70.2 40.2)";
        assertThat(Shapes.holesIn(
                        bufferOf(Shapes.wkt("POLYGON (" + rings + ")"), 10_000).area()))
                .isEqualTo(1);
        assertThat(Shapes.holesIn(
                        bufferOf(Shapes.wkt("POLYGON (" + rings + ")"), 30_000).area()))
                .isZero();
    }

    @Test
    void noVertexOfACircleComesTwice() {
        Coordinate[] ring =
                bufferOf(Shapes.wkt("POINT (70.55 39.93)"), 10_000).area().getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            assertThat(ring[i]).isNotEqualTo(ring[i - 1]);
        }
    }

    @Test
    void anIslandInAHoleIsNoneOfTheHole() {
        Geometry ring =
                Shapes.wkt("GEOMETRYCOLLECTION (POINT (70.5 40.5), LINESTRING (70 40, 71 40, 71 41, 70 41, 70 40))");
        Geometry area = bufferOf(ring, 10_000).area();
        assertThat(area.getNumGeometries()).isEqualTo(2);
        assertThat(Shapes.holesIn(area)).isEqualTo(1);
    }

    /** The distance is a few metres less or more than half the mouth's width. */
    @ParameterizedTest
    @CsvSource({"-5, 0", "-1, 0", "1, 1", "5, 1"})
    void aBayClosesWhenItsMouthIsNarrowerThanTwiceTheDistance(double metersMore, int holes) {
        Geometry jar = Shapes.wkt("LINESTRING (70.1 40.35, 70.0 40.35, 70.0 40.0, 70.5 40.0, 70.5 40.35, 70.4 40.35)");
        double half = new GeographicTruth(Shapes.wkt("POINT (70.1 40.35)")).metersFrom(70.25, 40.35);
        MeasuredArea buffer = bufferOf(jar, half + metersMore);
        assertThat(Shapes.holesIn(buffer.area())).isEqualTo(holes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (70.5 40)",
                "POINT (0 0)",
                "POINT (25 80)",
                "POINT (-120 -85)",
                "MULTIPOINT ((70 40), (70.01 40), (70.3 40.1), (70 40))",
                "LINESTRING (70 40, 70 40)",
                "LINESTRING (70 40, 70.000000001 40, 70.000000001 40.000000001, 70.2 40.1, 70.2 40.100000001)",
                "LINESTRING (70 40, 71 40, 70.2 40.00001)",
                "LINESTRING (70 40, 71 40, 70 40)",
                "LINESTRING (70 40, 70.6 40.5, 70.6 40, 70 40.5)",
                "LINESTRING (10 80, 30 82, 12 81.9)",
                "LINESTRING (179.5 -17, 180.5 -16.5)",
                "MULTILINESTRING ((179 65, 180 65.2), (-180 65.2, -179 65))",
                "LINESTRING (-190 50, -170 51)",
                "POLYGON ((179 -1, 181 -1, 181 1, 179 1, 179 -1))",
                "GEOMETRYCOLLECTION (POINT (70 40), LINESTRING (70.1 40, 70.2 40.1), POLYGON ((70.3 40, 70.4 40, 70.3 41, 70.3 40)))",
            })
    void anyShapeHoldsTheNearAndNothingElse(String wkt) {
        bufferOf(Shapes.wkt(wkt), 10_000);
        bufferOf(Shapes.wkt(wkt), 150_000);
    }

    @Test
    void aNoisyLineHoldsTheNearAndNothingElse() {
        Random random = new Random(17);
        Coordinate[] vertices = new Coordinate[1_000];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] =
                    new Coordinate(60 + i * 0.002 + random.nextGaussian() * 0.01, 45 + random.nextGaussian() * 0.01);
        }
        bufferOf(Shapes.FACTORY.createLineString(vertices), 2_000);
    }

    @Test
    void theResultIsCutAtTheAntimeridian() {
        Geometry area = bufferOf(Shapes.wkt("POINT (179.99 60)"), 20_000).area();
        assertThat(area.getNumGeometries()).isEqualTo(2);
        assertThat(area.getEnvelopeInternal().getMinX()).isEqualTo(-180);
        assertThat(area.getEnvelopeInternal().getMaxX()).isEqualTo(180);
    }

    @Test
    void theBufferOfNothingIsEmptyAndExact() {
        MeasuredArea buffer = GeodesicBuffer.of(Shapes.wkt("LINESTRING EMPTY"), Edges.STRAIGHT, 1_000, TOLERANCE);
        assertThat(buffer.area().isEmpty()).isTrue();
        assertThat(buffer.maxErrorMeters()).isZero();
    }

    @Test
    void keepsTheSridOfTheInput() {
        assertThat(GeodesicBuffer.of(Shapes.wkt("POINT (1 2)"), Edges.STRAIGHT, 5)
                        .area()
                        .getSRID())
                .isEqualTo(4326);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.09, 0.09, 500_001, -500_001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesADistanceItCannotAnswer(double meters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt("POINT (1 2)"), Edges.STRAIGHT, meters, TOLERANCE))
                .withMessageContaining("distance")
                .withMessageContaining(String.valueOf(meters));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0009, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAToleranceItCannotMeet(double meters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt("POINT (1 2)"), Edges.STRAIGHT, 1_000, meters))
                .withMessageContaining("tolerance");
    }

    @Test
    void failsLoudlyWhenItIsNotAsExactAsAsked() {
        Geometry line = Shapes.wkt("LINESTRING (70 40, 70.1 40.1)");
        assertThatExceptionOfType(BufferToleranceException.class)
                .isThrownBy(() -> GeodesicBuffer.of(line, Edges.STRAIGHT, 10_000, TOLERANCE, 6.0))
                .withMessageContaining("0.100 m was asked for")
                .satisfies(e -> {
                    assertThat(e.errorMeters()).isBetween(0.3, 1.0);
                    assertThat(e.toleranceMeters()).isEqualTo(TOLERANCE);
                    assertThat(GeodesicDistance.to(line).metersFrom(e.longitude(), e.latitude()))
                            .isCloseTo(10_000, within(1.0));
                });
    }

    @Test
    void triesAgainMoreFinelyBeforeItFails() {
        assertThat(GeodesicBuffer.of(Shapes.wkt("POINT (70 40)"), Edges.STRAIGHT, 10_000, TOLERANCE, 6.0, 0.7)
                        .maxErrorMeters())
                .isLessThanOrEqualTo(TOLERANCE);
    }

    private static MeasuredArea bufferOf(Geometry geometry, double meters) {
        return BufferCheck.of(geometry, Edges.STRAIGHT, meters).bufferByOwnDistances();
    }
}
