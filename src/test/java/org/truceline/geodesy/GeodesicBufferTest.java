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
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.truceline.geodesy.GeodesicBuffer.Buffer;

class GeodesicBufferTest {

    private static final double TOLERANCE = 0.1;

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 3_000, 10_000})
    void theBorderIsRightAgainstGeographicLib(double meters) {
        Geometry border = Shapes.border();
        Buffer buffer = bufferOf(border, meters);
        GeographicTruth truth = new GeographicTruth(border);
        Coordinate[] ring = buffer.area().getCoordinates();
        int stride = ring.length / 300;
        for (int i = 0; i + 1 < ring.length; i += stride) {
            for (double part : new double[] {0, 0.25, 0.5, 0.75}) {
                double longitude = ring[i].x + part * (ring[i + 1].x - ring[i].x);
                double latitude = ring[i].y + part * (ring[i + 1].y - ring[i].y);
                assertThat(Math.abs(truth.metersFrom(longitude, latitude) - meters))
                        .as("error at %s, %s", longitude, latitude)
                        .isLessThanOrEqualTo(buffer.maxErrorMeters());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 50_000, 140_000, 500_000})
    void theBorderHoldsTheNearAndNothingElse(double meters) {
        bufferOf(Shapes.border(), meters);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "3000, 1", "5000, 0", "10000, 0", "140000, 0"})
    void aClosedRingHasAHoleOnlyWhereItIsWide(double meters, int holes) {
        Buffer buffer = bufferOf(Shapes.vorukh(), meters);
        assertThat(holesIn(buffer.area())).isEqualTo(holes);
        assertThat(buffer.area().getNumGeometries()).isEqualTo(1);
    }

    @Test
    void aPolygonHoldsItsInsideAndKeepsAHoleThatIsWideEnough() {
        String rings = "(70 40, 71 40, 71 41, 70 41, 70 40), (70.2 40.2, 70.2 40.8, 70.8 40.8, 70.8 40.2, 70.2 40.2)";
        assertThat(holesIn(
                        bufferOf(Shapes.wkt("POLYGON (" + rings + ")"), 10_000).area()))
                .isEqualTo(1);
        assertThat(holesIn(
                        bufferOf(Shapes.wkt("POLYGON (" + rings + ")"), 30_000).area()))
                .isZero();
    }

    /** The distance is a few metres less or more than half the mouth's width. */
    @ParameterizedTest
    @CsvSource({"-5, 0", "-1, 0", "1, 1", "5, 1"})
    void aBayClosesWhenItsMouthIsNarrowerThanTwiceTheDistance(double metersMore, int holes) {
        Geometry jar = Shapes.wkt("LINESTRING (70.1 40.35, 70.0 40.35, 70.0 40.0, 70.5 40.0, 70.5 40.35, 70.4 40.35)");
        double half = new GeographicTruth(Shapes.wkt("POINT (70.1 40.35)")).metersFrom(70.25, 40.35);
        Buffer buffer = bufferOf(jar, half + metersMore);
        assertThat(holesIn(buffer.area())).isEqualTo(holes);
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
        Buffer buffer = GeodesicBuffer.of(Shapes.wkt("LINESTRING EMPTY"), 1_000, TOLERANCE);
        assertThat(buffer.area().isEmpty()).isTrue();
        assertThat(buffer.maxErrorMeters()).isZero();
    }

    @Test
    void keepsTheSridOfTheInput() {
        assertThat(GeodesicBuffer.of(Shapes.wkt("POINT (1 2)"), 5).area().getSRID())
                .isEqualTo(4326);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.09, 500_001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesADistanceItCannotAnswer(double meters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt("POINT (1 2)"), meters, TOLERANCE))
                .withMessageContaining("distance")
                .withMessageContaining(String.valueOf(meters));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0009, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAToleranceItCannotMeet(double meters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt("POINT (1 2)"), 1_000, meters))
                .withMessageContaining("tolerance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT (0 89.5)", "POINT (0 -90)", "LINESTRING (0 89.5, 360 89.5)"})
    void refusesABufferThatHoldsAPole(String wkt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt(wkt), 60_000, TOLERANCE))
                .withMessageContaining("pole");
    }

    @Test
    void failsLoudlyWhenItIsNotAsExactAsAsked() {
        Geometry line = Shapes.wkt("LINESTRING (70 40, 70.1 40.1)");
        assertThatExceptionOfType(BufferToleranceException.class)
                .isThrownBy(() -> GeodesicBuffer.of(line, 10_000, TOLERANCE, 6.0))
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
        assertThat(GeodesicBuffer.of(Shapes.wkt("POINT (70 40)"), 10_000, TOLERANCE, 6.0, 0.7)
                        .maxErrorMeters())
                .isLessThanOrEqualTo(TOLERANCE);
    }

    /** A buffer that is valid, keeps its word on its error, and holds what is near and only that. */
    private static Buffer bufferOf(Geometry geometry, double meters) {
        Buffer buffer = GeodesicBuffer.of(geometry, meters, TOLERANCE);
        assertThat(buffer.area().isValid()).isTrue();
        assertThat(buffer.maxErrorMeters()).isBetween(0.0, TOLERANCE);
        GeodesicDistance distance = GeodesicDistance.to(geometry);
        assertThat(new BoundarySamples(distance::metersFrom, meters).worst(buffer.area(), 7, 1))
                .isLessThanOrEqualTo(buffer.maxErrorMeters());
        assertHoldsTheNear(buffer.area(), distance, geometry.getEnvelopeInternal(), meters);
        return buffer;
    }

    private static void assertHoldsTheNear(Geometry area, GeodesicDistance distance, Envelope around, double meters) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        Envelope window = new Envelope(around);
        double degrees = 1.3 * meters / 111_000;
        double stretch = 1 / Math.cos(Math.toRadians(Math.min(88, Math.abs(around.centre().y))));
        window.expandBy(degrees * stretch, degrees);
        Random random = new Random(19);
        for (int i = 0; i < 3_000; i++) {
            double longitude = window.getMinX() + random.nextDouble() * window.getWidth();
            double latitude = Math.max(-90, Math.min(90, window.getMinY() + random.nextDouble() * window.getHeight()));
            double excess = distance.metersFrom(longitude, latitude) - meters;
            if (Math.abs(excess) > TOLERANCE) {
                Coordinate place = new Coordinate(Math.IEEEremainder(longitude, 360), latitude);
                assertThat(locator.locate(place) != Location.EXTERIOR)
                        .as("%s, at %s m from the boundary, is inside", place, excess)
                        .isEqualTo(excess < 0);
            }
        }
    }

    private static int holesIn(Geometry area) {
        int holes = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            holes += ((Polygon) area.getGeometryN(i)).getNumInteriorRing();
        }
        return holes;
    }
}
