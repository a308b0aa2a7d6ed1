package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Shapes on which buffers are known to fail, held against GeographicLib. */
class HardBufferTest {

    private static final Coordinate MIDDLE = new Coordinate(70, 40);

    /** The arms of a U, 20 km long, merge into one area where they are closer than twice the distance, but for a bay. */
    @ParameterizedTest
    @CsvSource({"-5", "-0.5", "0.5", "5"})
    void theArmsOfAUMergeWhenTheyAreCloserThanTwiceTheDistance(double more) {
        LineString arms = line(
                4,
                i -> List.of(
                                new double[] {-5_000, 20_000},
                                new double[] {-5_000, 0},
                                new double[] {5_000, 0},
                                new double[] {5_000, 20_000})
                        .get(i));
        double half = new GeographicTruth(arms).metersFrom(MIDDLE.x, MIDDLE.y + 0.09);
        Geometry area =
                BufferCheck.of(arms, Edges.STRAIGHT, half + more).buffer().area();
        assertThat(area.getNumGeometries()).isEqualTo(1);
        assertThat(area.covers(Shapes.FACTORY.createPoint(new Coordinate(MIDDLE.x, MIDDLE.y + 0.09))))
                .isEqualTo(more > 0);
    }

    /** A regular ring has its centre farther than its inradius: the hole closes when the distance reaches that. */
    @ParameterizedTest
    @CsvSource({"-10, 1", "-1, 1", "1, 0", "10, 0"})
    void aRingsHoleClosesAtItsInradius(double more, int holes) {
        LineString ring = line(13, i -> polar(10_000, Math.PI * 2 * (i % 12) / 12));
        double inradius = new GeographicTruth(ring).metersFrom(MIDDLE.x, MIDDLE.y);
        // The middle of the corners is within metres of the place that is farthest from all edges.
        Geometry area =
                BufferCheck.of(ring, Edges.STRAIGHT, inradius + more).buffer().area();
        assertThat(Shapes.holesIn(area)).isEqualTo(holes);
    }

    /** Its arms, a pitch apart, overlap, nearly touch, or are apart. */
    @ParameterizedTest
    @ValueSource(doubles = {1.9, 2.02, 3})
    void aSpiralIsRightWhetherItsArmsTouchOrNot(double pitch) {
        LineString spiral = line(72, i -> polar(5_000 * pitch * i / 24, 2 * Math.PI * (i % 24) / 24));
        Geometry area = BufferCheck.of(spiral, Edges.STRAIGHT, 5_000).buffer().area();
        assertThat(area.getNumGeometries()).isEqualTo(1);
    }

    @Test
    void aTrackThatCrossesItselfHasAHoleInEachWideLoop() {
        LineString eights = line(97, i -> {
            double angle = 2 * Math.PI * (i % 96) / 96;
            return new double[] {40_000 * Math.sin(angle), 20_000 * Math.sin(2 * angle)};
        });
        assertThat(Shapes.holesIn(
                        BufferCheck.of(eights, Edges.STRAIGHT, 8_000).buffer().area()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 100, 10_000, 500_000})
    void pointsThatNearlyCoincideAreNoTrouble(double meters) {
        BufferCheck.of("LINESTRING (70 40, 70.000000001 40, 70.000000001 40.000000001, 70 40.0000000005)", meters)
                .buffer();
        BufferCheck.of("MULTIPOINT ((70 40), (70.000000001 40), (70 40.000000001))", meters)
                .buffer();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "30, 0.01", "1000, 0.01", "1000, 10", "10000, 0.01", "140000, 1", "500000, 0.1", "500000, 10"
    })
    void anyDistanceIsRightWithinAnyTolerance(double meters, double tolerance) {
        BufferCheck.of("LINESTRING (70 40, 70.01 40.005, 70.02 39.99)", meters)
                .within(tolerance)
                .buffer();
        BufferCheck.of("LINESTRING (20 78, 20.01 78.005, 20.02 77.99)", meters)
                .within(tolerance)
                .buffer();
    }

    @ParameterizedTest
    @ValueSource(doubles = {89, 89.9, -89.99})
    void highLatitudesAreAsRightAsOthers(double latitude) {
        BufferCheck.of("LINESTRING (10 " + latitude + ", 40 " + latitude + ")", 700)
                .buffer();
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000", "10000, 140000", "100000, 10000"})
    void noisyLinesAreRight(int vertices, double meters) {
        BufferCheck.of(Shapes.noisyBorder(vertices), Edges.STRAIGHT, meters).buffer();
    }

    @Test
    void isCutAtTheAntimeridianIntoPartsThatMeet() {
        Geometry area = BufferCheck.of("LINESTRING (178 52, 182 53, 179.5 54)", 30_000)
                .buffer()
                .area();
        assertThat(area.getNumGeometries()).isGreaterThan(1);
        double sum = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon part = (Polygon) area.getGeometryN(i);
            assertThat(part.getEnvelopeInternal().getWidth()).isLessThan(10);
            sum += GeodesicArea.of(part, Edges.STRAIGHT);
        }
        Geometry elsewhere = GeodesicBuffer.of(Shapes.wkt("LINESTRING (8 52, 12 53, 9.5 54)"), Edges.STRAIGHT, 30_000)
                .area();
        assertThat(sum / GeodesicArea.of(elsewhere, Edges.STRAIGHT)).isBetween(0.99999, 1.00001);
    }

    private static LineString line(int count, IntFunction<double[]> eastNorth) {
        Coordinate[] vertices = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            double[] meters = eastNorth.apply(i);
            GeodesicData there = Geodesic.WGS84.Direct(
                    MIDDLE.y,
                    MIDDLE.x,
                    Math.toDegrees(Math.atan2(meters[0], meters[1])),
                    Math.hypot(meters[0], meters[1]));
            vertices[i] = new Coordinate(there.lon2, there.lat2);
        }
        return Shapes.FACTORY.createLineString(vertices);
    }

    private static double[] polar(double radius, double angle) {
        return new double[] {radius * Math.sin(angle), radius * Math.cos(angle)};
    }
}
