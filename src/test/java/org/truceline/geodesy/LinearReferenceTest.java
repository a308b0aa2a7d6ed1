package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

class LinearReferenceTest {

    private static final double TENTH_OF_A_MILLIMETRE = 1e-4;

    @Test
    void measuresAlongGeodesicsAreGeographicLibs() {
        Coordinate[] border = Shapes.border().getCoordinates();
        LinearReference line = LinearReference.along(Shapes.border(), Edges.GEODESIC);
        double meters = 0;
        for (int i = 1; i < border.length; i++) {
            meters += Geodesic.WGS84.Inverse(border[i - 1].y, border[i - 1].x, border[i].y, border[i].x).s12;
            LinePlace vertex = line.at(meters);
            assertThat(vertex.place().longitude()).isCloseTo(border[i].x, within(1e-11));
            assertThat(vertex.place().latitude()).isCloseTo(border[i].y, within(1e-11));
        }
        assertThat(line.lengthMeters()).isCloseTo(meters, within(TENTH_OF_A_MILLIMETRE));
    }

    /** A straight edge is measured by cutting it into many geodesics. */
    @ParameterizedTest
    @CsvSource({"70, 40, 74, 41, 0.3", "178, 10, 184, -30, 0.7", "10, 80, 60, 85, 0.5", "0, 0, 0, 50, 0.9"})
    void measuresAlongStraightEdgesAreThoseOfTheLine(
            double longitude, double latitude, double toLongitude, double toLatitude, double share) {
        LineString edge = Shapes.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(longitude, latitude), new Coordinate(toLongitude, toLatitude)});
        int steps = 20_000;
        double meters = 0;
        LonLat from = new LonLat(longitude, latitude);
        LonLat to = new LonLat(toLongitude, toLatitude);
        LonLat last = from;
        for (int step = 1; step <= steps; step++) {
            LonLat next = from.towards(to, share * step / steps);
            meters += Wgs84.geodesicLength(last, next);
            last = next;
        }
        LinearReference line = LinearReference.along(edge, Edges.STRAIGHT);
        assertThat(Wgs84.geodesicLength(line.at(meters).place(), last)).isLessThan(TENTH_OF_A_MILLIMETRE);
        assertThat(line.locate(last.longitude(), last.latitude()).meters())
                .isCloseTo(meters, within(TENTH_OF_A_MILLIMETRE));
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void whatIsBesideAPostIsLocatedThere(Edges edges) {
        LinearReference line = LinearReference.along(Shapes.border(), edges);
        GeodesicDistance distance = GeodesicDistance.to(Shapes.border());
        Random random = new Random(47);
        int clear = 0;
        for (int i = 0; i < 1_000; i++) {
            double meters = random.nextDouble() * line.lengthMeters();
            LinePlace post = line.at(meters);
            double aside = random.nextDouble(-20, 20);
            GeodesicData beside = Geodesic.WGS84.Direct(
                    post.place().latitude(), post.place().longitude(), post.azimuthDegrees() + 90, aside);
            LinearReference.Located located = line.locate(beside.lon2, beside.lat2);
            assertThat(located.nearest().meters()).isLessThanOrEqualTo(Math.abs(aside) + 1e-7);
            LinePlace there = line.at(located.meters());
            assertThat(Wgs84.geodesicLength(there.place(), located.nearest().place()))
                    .isLessThan(1e-7);
            if (distance.metersFrom(beside.lon2, beside.lat2) > Math.abs(aside) - 0.001 && edges == Edges.STRAIGHT) {
                clear++;
                assertThat(located.meters()).isCloseTo(meters, within(1e-5 + Math.abs(aside) / 10));
                assertThat(located.nearest().side()).isEqualTo(aside > 0 ? Side.RIGHT : Side.LEFT);
            }
        }
        assertThat(clear).isGreaterThan(edges == Edges.STRAIGHT ? 500 : -1);
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void aStretchIsAsLongAsItsMeasuresSayAndLiesOnTheLine(Edges edges) {
        LineString border = Shapes.border();
        LinearReference line = LinearReference.along(border, edges);
        List<Coordinate> vertices = List.of(border.getCoordinates());
        Random random = new Random(53);
        for (int i = 0; i < 200; i++) {
            double from = random.nextDouble() * line.lengthMeters();
            double to = from + random.nextDouble() * (line.lengthMeters() - from);
            LineString stretch = line.between(from, to);
            assertThat(GeodesicLength.of(stretch, edges)).isCloseTo(to - from, within(1e-5));
            assertThat(stretch.getSRID()).isEqualTo(4326);
            List<Coordinate> inner = List.of(stretch.getCoordinates()).subList(1, stretch.getNumPoints() - 1);
            assertThat(Collections.indexOfSubList(vertices, inner)).isNotNegative();
            LinePlace first = line.at(from);
            assertThat(stretch.getCoordinateN(0).x).isEqualTo(first.place().longitude());
            assertThat(stretch.getCoordinateN(0).y).isEqualTo(first.place().latitude());
        }
    }

    @Test
    void allOfALineIsTheLine() {
        LineString border = Shapes.border();
        LinearReference line = LinearReference.along(border, Edges.STRAIGHT);
        assertThat(line.between(0, line.lengthMeters()).equalsExact(border)).isTrue();
    }

    @Test
    void neighbouringStretchesShareTheirEnds() {
        LinearReference line = LinearReference.along(Shapes.border(), Edges.STRAIGHT);
        LineString first = line.between(0, 12_345.678);
        LineString second = line.between(12_345.678, 20_000);
        assertThat(first.getEndPoint().equalsExact(second.getStartPoint())).isTrue();
    }

    /** Border points stand a few metres off the line of a map. */
    @Test
    void aSectionRunsBetweenTheBorderPointsThatBoundIt() {
        LinearReference line =
                LinearReference.along(Shapes.wkt("LINESTRING (70 40, 70.1 40, 70.1 40.1)"), Edges.STRAIGHT);
        double from = line.locate(70.05, 40.0001).meters();
        double to = line.locate(70.1002, 40.05).meters();
        LineString section = line.between(from, to);
        assertThat(section.getNumPoints()).isEqualTo(3);
        assertThat(section.getCoordinateN(0).x).isCloseTo(70.05, within(1e-6));
        assertThat(section.getCoordinateN(1)).isEqualTo(new Coordinate(70.1, 40));
        assertThat(section.getCoordinateN(2).y).isCloseTo(40.05, within(1e-6));
    }

    @Test
    void postsStandEveryKilometreFromTheStart() {
        LinearReference line = LinearReference.along(Shapes.border(), Edges.GEODESIC);
        List<LinePlace> posts = line.posts(1_000);
        assertThat(posts).hasSize((int) (line.lengthMeters() / 1_000) + 1);
        assertThat(posts.get(0).place())
                .isEqualTo(new LonLat(
                        Shapes.border().getCoordinateN(0).x, Shapes.border().getCoordinateN(0).y));
        for (int i = 0; i < posts.size(); i++) {
            assertThat(posts.get(i).meters()).isEqualTo(1_000.0 * i);
        }
        assertThat(Wgs84.geodesicLength(posts.get(7).place(), posts.get(8).place()))
                .isLessThanOrEqualTo(1_000);
    }

    @Test
    void aClosedLineGoesOnOverItsStart() {
        LinearReference ring = LinearReference.along(Shapes.vorukh(), Edges.STRAIGHT);
        assertThat(ring.isClosed()).isTrue();
        LineString over = ring.between(ring.lengthMeters() - 1_000, 2_000);
        assertThat(GeodesicLength.of(over, Edges.STRAIGHT)).isCloseTo(3_000, within(1e-5));
        assertThat(ring.between(ring.lengthMeters(), 2_000).equalsExact(ring.between(0, 2_000)))
                .isTrue();
        assertThat(ring.between(ring.lengthMeters() - 1_000, 0)
                        .equalsExact(ring.between(ring.lengthMeters() - 1_000, ring.lengthMeters())))
                .isTrue();
        LineString allButOne = ring.between(2_000, 1_999);
        assertThat(GeodesicLength.of(allButOne, Edges.STRAIGHT)).isCloseTo(ring.lengthMeters() - 1, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void aLineCutAtTheAntimeridianIsOne(Edges edges) {
        LinearReference line =
                LinearReference.along(Shapes.wkt("MULTILINESTRING ((179 65, 180 65.2), (-180 65.2, -179 65))"), edges);
        double meters = line.lengthMeters();
        LineString middle = line.between(meters / 4, meters * 3 / 4);
        assertThat(GeodesicLength.of(middle, edges)).isCloseTo(meters / 2, within(1e-5));
        assertThat(middle.getNumPoints()).isEqualTo(3);
        assertThat(middle.getEndPoint().getX()).isCloseTo(180.5, within(0.01));
        assertThat(line.at(meters * 3 / 4).place().longitude()).isCloseTo(-179.5, within(0.01));
        assertThat(line.locate(-179.5, 64.9).meters()).isBetween(meters / 2, meters);
    }

    @Test
    void repeatedVerticesChangeNothing() {
        LinearReference line = LinearReference.along(
                Shapes.wkt("LINESTRING (70 40, 70 40, 70.1 40, 70.1 40, 70.2 40)"), Edges.STRAIGHT);
        assertThat(line.between(0, line.lengthMeters()).getNumPoints()).isEqualTo(3);
        assertThat(line.at(line.lengthMeters()).place()).isEqualTo(new LonLat(70.2, 40));
        assertThat(line.at(0).azimuthDegrees()).isCloseTo(90, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (1 2)",
                "POLYGON ((0 0, 1 0, 1 1, 0 0))",
                "LINESTRING EMPTY",
                "LINESTRING (5 5, 5 5)",
                "MULTILINESTRING ((0 0, 1 1), (1.1 1, 2 2))",
                "MULTILINESTRING ((0 0, 1 1), (2 2, 1 1))",
                "LINESTRING (0 0, 0 91)",
            })
    void refusesWhatHasNoMeasures(String wkt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearReference.along(Shapes.wkt(wkt), Edges.STRAIGHT))
                .withMessageContaining("Expected a");
    }

    @Test
    void refusesAMeasureThatIsNotOnTheLine() {
        LinearReference line = LinearReference.along(Shapes.border(), Edges.STRAIGHT);
        assertThatIllegalArgumentException().isThrownBy(() -> line.at(-0.01)).withMessageContaining("-0.01");
        assertThatIllegalArgumentException().isThrownBy(() -> line.at(line.lengthMeters() + 0.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.at(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.between(2_000, 1_000))
                .withMessageContaining("rise");
        assertThatIllegalArgumentException().isThrownBy(() -> line.between(2_000, 2_000));
        assertThatIllegalArgumentException().isThrownBy(() -> line.posts(0)).withMessageContaining("posts");
        assertThatIllegalArgumentException().isThrownBy(() -> line.posts(0.001)).withMessageContaining("million");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.locate(0, 91))
                .withMessageContaining("91");
    }
}
