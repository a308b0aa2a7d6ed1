package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;

class GeodesicCorridorTest {

    private static final double TOLERANCE = 0.1;
    private static final int PLACES = 250;

    @ParameterizedTest
    @CsvSource({
        "'LINESTRING (70 40, 70.5 40.1, 70.6 40.5)', 5000",
        "'LINESTRING (70 40, 70.5 40.1, 70.6 40.5)', 60000",
        "'LINESTRING (70 40, 71 40)', 1",
        "'LINESTRING (10 79, 14 80)', 20000",
        "'LINESTRING (0 88, 90 89)', 50000",
        "'LINESTRING (70 40, 70.001 40)', 500000",
        "'LINESTRING (179.8 -17, 180.2 -16.5)', 8000",
        "'MULTILINESTRING ((70 40, 70.2 40), (70.4 40, 70.6 40))', 20000",
        "'MULTILINESTRING ((70 40, 70.2 40), (70.2 40, 70.4 40.2))', 10000",
        "'MULTILINESTRING ((70 40, 70.2 40), (70.2 40, 70.4 40.2), (70.2 40, 70.4 39.8))', 10000",
        "'LINESTRING (70 40, 70.3 40, 70.301 40.001)', 10000",
        "'LINESTRING (70 40, 70.3 40, 70.3 40.1, 70.2 40.1)', 10000",
        "'LINESTRING (70 40, 70.3 40, 70.3 40.3, 70.1 40.3, 70.1 40.05)', 10000",
        "'LINESTRING (70 40, 70.3 40.3, 70.3 40, 70 40.3)', 10000",
    })
    void isFlatAtItsEnds(String wkt, double meters) {
        Geometry line = Shapes.wkt(wkt);
        for (Edges edges : Edges.values()) {
            MeasuredArea corridor = GeodesicCorridor.of(line, edges, meters, meters, TOLERANCE);
            assertHoldsWhatIsNotBeyondItsEnds(corridor, line, edges, meters);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aWalkThatWindsIsFlatAtItsEnds(int seed) {
        Random random = new Random(seed);
        Coordinate[] walk = new Coordinate[40];
        double heading = 0;
        walk[0] = new Coordinate(70, 40);
        for (int i = 1; i < walk.length; i++) {
            heading += random.nextGaussian();
            double step = 0.02 * random.nextDouble();
            walk[i] =
                    new Coordinate(walk[i - 1].x + step * Math.cos(heading), walk[i - 1].y + step * Math.sin(heading));
        }
        LineString line = Shapes.FACTORY.createLineString(walk);
        for (double meters : new double[] {300, 3_000, 30_000}) {
            MeasuredArea corridor = GeodesicCorridor.of(line, Edges.STRAIGHT, meters, meters, TOLERANCE);
            assertHoldsWhatIsNotBeyondItsEnds(corridor, line, Edges.STRAIGHT, meters);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 10_000, 140_000})
    void theBordersCorridorIsFlatAtItsEnds(double meters) {
        MeasuredArea corridor = GeodesicCorridor.of(Shapes.border(), Edges.STRAIGHT, meters, meters, TOLERANCE);
        assertHoldsWhatIsNotBeyondItsEnds(corridor, Shapes.border(), Edges.STRAIGHT, meters);
    }

    /** By GeographicLib: near enough, and not in front of a free end that is what is nearest. */
    private static void assertHoldsWhatIsNotBeyondItsEnds(
            MeasuredArea corridor, Geometry line, Edges edges, double meters) {
        assertThat(corridor.area().isValid()).isTrue();
        assertThat(corridor.maxErrorMeters()).isBetween(0.0, TOLERANCE);
        GeographicTruth truth = new GeographicTruth(line, edges);
        List<LineEnd> ends = LineEnd.of(EdgeChain.of(line, edges));
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(corridor.area());
        Random random = new Random(59);
        for (Coordinate place : placesAround(line, ends, meters, random)) {
            double distance = truth.metersFrom(place.x, place.y);
            boolean isClear = Math.abs(distance - meters) > TOLERANCE;
            boolean isBeyond = false;
            for (LineEnd end : ends) {
                GeodesicData way = Geodesic.WGS84.Inverse(
                        end.place().latitude(), end.place().longitude(), place.y, place.x);
                double turn = Math.abs(Math.IEEEremainder(way.azi1 - end.azimuthDegrees(), 360));
                isBeyond |= way.s12 - distance < 0.001 && turn < 90;
                isClear &= way.s12 - distance < 0.001 || way.s12 - distance > TOLERANCE;
                isClear &= Math.abs(way.s12 * Math.cos(Math.toRadians(turn))) > TOLERANCE;
            }
            if (isClear) {
                Coordinate wrapped = new Coordinate(Math.IEEEremainder(place.x, 360), place.y);
                assertThat(locator.locate(wrapped) != Location.EXTERIOR)
                        .as("%s of %s, %s m away, beyond an end: %s", wrapped, line, distance, isBeyond)
                        .isEqualTo(distance < meters && !isBeyond);
            }
        }
    }

    private static List<Coordinate> placesAround(Geometry line, List<LineEnd> ends, double meters, Random random) {
        List<Coordinate> places = new ArrayList<>();
        Envelope window = line.getEnvelopeInternal();
        double degrees = 1.2 * meters / 111_000;
        window.expandBy(degrees / Math.cos(Math.toRadians(window.centre().y)), degrees);
        for (int i = 0; i < PLACES; i++) {
            LineEnd end = ends.get(random.nextInt(ends.size()));
            LonLat near = end.at(random.nextDouble(-180, 180), random.nextDouble(1.1 * meters));
            places.add(new Coordinate(near.longitude(), near.latitude()));
            places.add(new Coordinate(
                    window.getMinX() + random.nextDouble() * window.getWidth(),
                    window.getMinY() + random.nextDouble() * window.getHeight()));
        }
        return places;
    }

    /** A line that goes ever on to the east has its left above it. */
    @ParameterizedTest
    @EnumSource(Edges.class)
    void theLeftIsAboveALineThatGoesEast(Edges edges) {
        Random random = new Random(61);
        Coordinate[] vertices = new Coordinate[60];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = new Coordinate(179.5 + i * 0.02, 40 + random.nextDouble(-0.05, 0.05));
        }
        LineString line = Shapes.FACTORY.createLineString(vertices);
        double meters = 9_000;
        MeasuredArea both = GeodesicCorridor.of(line, edges, meters, meters, TOLERANCE);
        MeasuredArea left = GeodesicCorridor.of(line, edges, meters, 0, TOLERANCE);
        MeasuredArea right = GeodesicCorridor.of(line, edges, 0, meters, TOLERANCE);
        MeasuredArea uneven = GeodesicCorridor.of(line, edges, meters, 2_000, TOLERANCE);
        assertThat(GeodesicArea.of(left.area(), Edges.STRAIGHT) + GeodesicArea.of(right.area(), Edges.STRAIGHT))
                .isCloseTo(GeodesicArea.of(both.area(), Edges.STRAIGHT), within(1.0));
        GeographicTruth truth = new GeographicTruth(line, edges);
        for (int i = 0; i < 2_000; i++) {
            double longitude = random.nextDouble(179.5, 180.68);
            double latitude = random.nextDouble(39.8, 40.2);
            Coordinate place = new Coordinate(Math.IEEEremainder(longitude, 360), latitude);
            if (!isIn(both, place)) {
                assertThat(isIn(left, place) || isIn(right, place)).isFalse();
                continue;
            }
            boolean above = latitude > latitudeAt(vertices, longitude);
            double distance = truth.metersFrom(longitude, latitude);
            if (distance > 1) {
                assertThat(isIn(left, place)).as("%s is left", place).isEqualTo(above);
                assertThat(isIn(right, place)).as("%s is right", place).isEqualTo(!above);
                if (Math.abs(distance - 2_000) > TOLERANCE) {
                    assertThat(isIn(uneven, place)).isEqualTo(above || distance < 2_000);
                }
            }
        }
    }

    private static boolean isIn(MeasuredArea area, Coordinate place) {
        return area.area().intersects(Shapes.FACTORY.createPoint(place));
    }

    private static double latitudeAt(Coordinate[] vertices, double longitude) {
        int i = Math.max(0, Math.min(vertices.length - 2, (int) ((longitude - vertices[0].x) / 0.02)));
        double share = (longitude - vertices[i].x) / (vertices[i + 1].x - vertices[i].x);
        return vertices[i].y + share * (vertices[i + 1].y - vertices[i].y);
    }

    /** Both halves of the round buffer, told apart by what is nearest. */
    @ParameterizedTest
    @CsvSource({
        "'LINESTRING (70 40, 70.5 40.1, 70.6 40.5)', 5000",
        "'LINESTRING (70 40, 70.5 40.1, 70.6 40.5)', 300000",
        "'LINESTRING (179.8 -17, 180.2 -16.5)', 8000",
        "'LINESTRING (10 79, 14 80)', 20000",
        "'LINESTRING (70 40, 70.3 40, 70.301 40.001)', 10000",
        "'MULTILINESTRING ((70 40, 70.2 40), (70.2 40, 70.4 40.2))', 10000",
    })
    void aSideWithRoundEndsIsTheHalfOfTheBuffer(String wkt, double meters) {
        Geometry line = Shapes.wkt(wkt);
        Random random = new Random(67);
        for (Edges edges : Edges.values()) {
            MeasuredArea left = GeodesicCorridor.side(line, edges, Side.LEFT, meters, TOLERANCE);
            MeasuredArea right = GeodesicCorridor.side(line, edges, Side.RIGHT, meters, TOLERANCE);
            MeasuredArea round = GeodesicBuffer.of(line, edges, meters, TOLERANCE);
            assertThat(left.maxErrorMeters()).isBetween(0.0, TOLERANCE);
            double all = GeodesicArea.of(round.area(), Edges.STRAIGHT);
            assertThat(GeodesicArea.of(left.area(), Edges.STRAIGHT) + GeodesicArea.of(right.area(), Edges.STRAIGHT))
                    .isCloseTo(all, within(1e-9 * all + 1));
            GeodesicNearest nearest = GeodesicNearest.of(line, edges);
            List<LineEnd> ends = LineEnd.of(EdgeChain.of(line, edges));
            for (Coordinate place : placesAround(line, ends, meters, random)) {
                NearestPlace found = nearest.to(place.x, place.y);
                boolean isClear = Math.abs(found.meters() - meters) > TOLERANCE && found.meters() > TOLERANCE;
                for (LineEnd end : ends) {
                    isClear &= end.polar(new LonLat(place.x, place.y)).metersAside(0) > TOLERANCE;
                }
                if (isClear) {
                    Coordinate wrapped = new Coordinate(Math.IEEEremainder(place.x, 360), place.y);
                    boolean isNear = found.meters() < meters;
                    assertThat(isIn(left, wrapped)).isEqualTo(isNear && found.side() == Side.LEFT);
                    assertThat(isIn(right, wrapped)).isEqualTo(isNear && found.side() == Side.RIGHT);
                }
            }
        }
    }

    @Test
    void aSideOfTheBorderHasTheBordersOwnVertices() {
        LineString border = Shapes.border();
        MeasuredArea left = GeodesicCorridor.of(border, Edges.STRAIGHT, 3_000, 0, TOLERANCE);
        MeasuredArea right = GeodesicCorridor.of(border, Edges.STRAIGHT, 0, 3_000, TOLERANCE);
        assertThat(left.area().getBoundary().covers(border)).isTrue();
        assertThat(left.area().intersection(right.area()).getDimension()).isEqualTo(1);
        assertThat(left.area().intersection(right.area()).getLength()).isCloseTo(border.getLength(), within(1e-9));
    }

    @Test
    void aClosedLineHasItsInsideOnOneSide() {
        LineString ring = Shapes.vorukh();
        MeasuredArea left = GeodesicCorridor.of(ring, Edges.STRAIGHT, 1_000, 0, TOLERANCE);
        MeasuredArea right = GeodesicCorridor.of(ring, Edges.STRAIGHT, 0, 1_000, TOLERANCE);
        Geometry inside = ring.getFactory().createPolygon(ring.getCoordinateSequence());
        MeasuredArea inward = GeodesicBuffer.of(inside, Edges.STRAIGHT, -1_000, TOLERANCE);
        double band = GeodesicArea.of(inside, Edges.STRAIGHT) - GeodesicArea.of(inward.area(), Edges.STRAIGHT);
        boolean isLeftInside = Orientation.isCCW(ring.getCoordinateSequence());
        MeasuredArea within = isLeftInside ? left : right;
        MeasuredArea without = isLeftInside ? right : left;
        assertThat(inside.covers(within.area())).isTrue();
        assertThat(GeodesicArea.of(within.area(), Edges.STRAIGHT)).isCloseTo(band, within(60_000 * TOLERANCE));
        assertThat(inside.intersection(without.area()).getDimension()).isEqualTo(1);
    }

    @Test
    void theTrueAreaOfAStraightCorridorIsLengthTimesWidth() {
        LineString meridian = (LineString) Shapes.wkt("LINESTRING (20 10, 20 11)");
        double length = GeodesicLength.of(meridian, Edges.GEODESIC);
        MeasuredArea corridor = GeodesicCorridor.of(meridian, Edges.GEODESIC, 1_000, 500, 0.001);
        // On a sphere of the Earth's size normals draw together by a part in 10⁸.
        assertThat(GeodesicArea.of(corridor.area(), Edges.STRAIGHT)).isCloseTo(1_500 * length, within(0.002 * length));
    }

    /** A spiral's turns are each other's left and right. */
    @Test
    void refusesToPartASpiralButNotToBufferIt() {
        Coordinate[] spiral = new Coordinate[120];
        for (int i = 0; i < spiral.length; i++) {
            double turn = i * 0.2;
            double radius = 0.02 + turn * 0.005;
            spiral[i] = new Coordinate(70 + radius * Math.cos(turn), 40 + radius * Math.sin(turn));
        }
        LineString line = Shapes.FACTORY.createLineString(spiral);
        assertThat(GeodesicCorridor.of(line, Edges.STRAIGHT, 5_000, 5_000, TOLERANCE)
                        .area()
                        .isEmpty())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(line, Edges.STRAIGHT, 5_000, 0, TOLERANCE))
                .withMessageContaining("faces");
        assertThat(GeodesicCorridor.of(line, Edges.STRAIGHT, 500, 0, TOLERANCE)
                        .area()
                        .isEmpty())
                .isFalse();
    }

    @Test
    void refusesWhatIsNoCorridor() {
        Geometry line = Shapes.wkt("LINESTRING (70 40, 71 40)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(line, Edges.STRAIGHT, 0, 0, TOLERANCE))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(line, Edges.STRAIGHT, -5, 10, TOLERANCE))
                .withMessageContaining("-5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(line, Edges.STRAIGHT, Double.NaN, 10, TOLERANCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(line, Edges.STRAIGHT, 600_000, 0, TOLERANCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(line, Edges.STRAIGHT, 10, 10, 0))
                .withMessageContaining("tolerance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.of(Shapes.wkt("POINT (1 2)"), Edges.STRAIGHT, 10, 10, TOLERANCE))
                .withMessageContaining("Point");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GeodesicCorridor.of(Shapes.wkt("LINESTRING (5 5, 5 5)"), Edges.STRAIGHT, 10, 10, TOLERANCE))
                .withMessageContaining("length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicCorridor.side(line, Edges.STRAIGHT, Side.INSIDE, 10, TOLERANCE))
                .withMessageContaining("INSIDE");
    }
}
