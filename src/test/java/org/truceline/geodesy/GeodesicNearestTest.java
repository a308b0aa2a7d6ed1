package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** Nearest places, held against GeographicLib alone. */
class GeodesicNearestTest {

    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @CsvSource({"0.0001, 100", "0.02, 100", "0.5, 100", "3, 50", "40, 20"})
    void agreesWithGeographicLibOnTheBorder(double degreesAround, int questions) {
        assertIsNearest(Shapes.border(), Edges.STRAIGHT, degreesAround, questions);
    }

    @ParameterizedTest
    @CsvSource({
        "'LINESTRING (10 80, 14 82)', 2",
        "'LINESTRING (0 89.5, 4 89.8, 3 89.9)', 3",
        "'LINESTRING (-120 -89.9, -110 -89.99, -100 -89.9)', 0.5",
        "'LINESTRING (179 60, 181 61)', 1",
        "'LINESTRING (-181 -20, -179 -17, -179.5 -20)', 2",
        "'MULTILINESTRING ((179 65, 180 65.2), (-180 65.2, -179 65))', 1",
        "'LINESTRING (-100 49, -96 49)', 2",
        "'LINESTRING (-100 49, -96 49)', 40",
        "'LINESTRING (10 -5, 10 5)', 3",
        "'MULTIPOINT ((3 4), (3.1 4), (3 4))', 1",
        "'LINESTRING (5 5, 5 5)', 1",
        "'LINESTRING (70 40, 70.000000001 40, 70.000000001 40.000000001, 70.2 40.1, 70.2 40.100000001)', 0.3",
        "'GEOMETRYCOLLECTION (POINT (70 40), LINESTRING (70.1 40, 70.2 40.1))', 0.3",
    })
    void agreesWithGeographicLibForBothKindsOfEdges(String wkt, double degreesAround) {
        assertIsNearest(Shapes.wkt(wkt), Edges.STRAIGHT, degreesAround, 30);
        assertIsNearest(Shapes.wkt(wkt), Edges.GEODESIC, degreesAround, 30);
    }

    /** The line is wherever it is; the asker is anywhere on Earth. */
    @Test
    void agreesWithGeographicLibHalfRoundTheWorld() {
        Geometry line = Shapes.wkt("LINESTRING (70 40, 71 39, 71.1 41)");
        GeographicTruth truth = new GeographicTruth(line);
        GeodesicNearest nearest = GeodesicNearest.of(line, Edges.STRAIGHT);
        Random random = new Random(23);
        for (int i = 0; i < 60; i++) {
            double longitude = random.nextDouble(-180, 180);
            double latitude = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
            assertThat(nearest.to(longitude, latitude).meters())
                    .as("from %s, %s", longitude, latitude)
                    .isCloseTo(truth.metersFrom(longitude, latitude), within(TOLERANCE));
        }
    }

    /** A closed line that runs counter-clockwise has on its left what the polygon holds. */
    @ParameterizedTest
    @EnumSource(Edges.class)
    void theLeftOfARingIsItsInside(Edges edges) {
        List<LineString> rings = new ArrayList<>(List.of(Shapes.vorukh()));
        Random random = new Random(29);
        for (int spikes = 3; spikes < 30; spikes++) {
            rings.add(star(random, spikes));
        }
        for (LineString ring : rings) {
            Geometry inside = densified(ring.getFactory().createPolygon(ring.getCoordinateSequence()), edges);
            GeodesicNearest nearest = GeodesicNearest.of(ring, edges);
            Side ofInside = Orientation.isCCW(ring.getCoordinateSequence()) ? Side.LEFT : Side.RIGHT;
            Side ofOutside = ofInside == Side.LEFT ? Side.RIGHT : Side.LEFT;
            Envelope window = ring.getEnvelopeInternal();
            window.expandBy(window.getWidth());
            for (int i = 0; i < 200; i++) {
                Coordinate place = anywhere(window, random);
                assertThat(nearest.to(place.x, place.y).side())
                        .as("of %s from %s", ring, place)
                        .isEqualTo(inside.covers(Shapes.FACTORY.createPoint(place)) ? ofInside : ofOutside);
            }
        }
    }

    private static LineString star(Random random, int spikes) {
        Coordinate[] ring = new Coordinate[2 * spikes + 1];
        for (int i = 0; i < 2 * spikes; i++) {
            double angle = Math.PI * i / spikes;
            double radius = i % 2 == 0 ? random.nextDouble(0.5, 1) : random.nextDouble(0.001, 0.5);
            ring[i] = new Coordinate(70 + radius * Math.cos(angle), 40 + radius * Math.sin(angle));
        }
        ring[2 * spikes] = ring[0].copy();
        LineString line = Shapes.FACTORY.createLineString(ring);
        return random.nextBoolean() ? line : line.reverse();
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void aPlaceOnTheLineIsOnNeitherSide(Edges edges) {
        Coordinate[] vertices = Shapes.border().getCoordinates();
        GeodesicNearest nearest = GeodesicNearest.of(Shapes.border(), edges);
        Random random = new Random(31);
        for (int i = 0; i < 500; i++) {
            int at = random.nextInt(vertices.length - 1);
            LonLat from = new LonLat(vertices[at].x, vertices[at].y);
            LonLat to = new LonLat(vertices[at + 1].x, vertices[at + 1].y);
            LonLat place = edges.between(from, to).at(i % 3 == 0 ? 0 : random.nextDouble());
            NearestPlace found = nearest.to(place.longitude(), place.latitude());
            assertThat(found.meters()).isLessThan(2e-8);
            assertThat(found.side()).isEqualTo(Side.NEITHER);
        }
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void sidesAreKnownAMicrometreFromTheLine(Edges edges) {
        Coordinate[] vertices = Shapes.border().getCoordinates();
        GeodesicNearest nearest = GeodesicNearest.of(Shapes.border(), edges);
        Random random = new Random(37);
        for (int i = 0; i < 500; i++) {
            int at = random.nextInt(vertices.length - 1);
            Edge edge = edges.between(
                    new LonLat(vertices[at].x, vertices[at].y), new LonLat(vertices[at + 1].x, vertices[at + 1].y));
            double share = random.nextDouble(0.1, 0.9);
            LonLat place = edge.at(share);
            double meters = i % 2 == 0 ? 1e-6 : -1e-6;
            GeodesicData there =
                    Geodesic.WGS84.Direct(place.latitude(), place.longitude(), edge.azimuthAt(share) + 90, meters);
            NearestPlace found = nearest.to(there.lon2, there.lat2);
            assertThat(found.meters()).isCloseTo(1e-6, within(2e-8));
            assertThat(found.side()).isEqualTo(meters > 0 ? Side.RIGHT : Side.LEFT);
        }
    }

    @Test
    void aBorderInPartsHasItsSidesWhereThePartsMeet() {
        Geometry parts = Shapes.wkt("MULTILINESTRING ((70 40, 70.5 40.5), (70.5 40.5, 71 40))");
        GeodesicNearest nearest = GeodesicNearest.of(parts, Edges.STRAIGHT);
        assertThat(nearest.to(70.5, 40.6).side()).isEqualTo(Side.LEFT);
        assertThat(nearest.to(70.4, 40.7).side()).isEqualTo(Side.LEFT);
        assertThat(nearest.to(70.6, 40.7).side()).isEqualTo(Side.LEFT);
        assertThat(nearest.to(70.5, 40.4).side()).isEqualTo(Side.RIGHT);
        assertThat(nearest.to(70.5, 40.5).side()).isEqualTo(Side.NEITHER);
    }

    @Test
    void pastTheEndALineIsThoughtToGoOn() {
        GeodesicNearest nearest = GeodesicNearest.of(Shapes.wkt("LINESTRING (70 0, 71 0)"), Edges.STRAIGHT);
        assertThat(nearest.to(72, 0.5).side()).isEqualTo(Side.LEFT);
        assertThat(nearest.to(72, -0.5).side()).isEqualTo(Side.RIGHT);
        assertThat(nearest.to(69, 0.5).side()).isEqualTo(Side.LEFT);
        assertThat(nearest.to(72, 0).side()).isEqualTo(Side.NEITHER);
        assertThat(nearest.to(72, 0).azimuthDegrees()).isEqualTo(-90);
    }

    @Test
    void aPointHasNoSides() {
        NearestPlace found =
                GeodesicNearest.of(Shapes.wkt("POINT (70 40)"), Edges.GEODESIC).to(70, 41);
        assertThat(found.side()).isEqualTo(Side.NEITHER);
        assertThat(Math.abs(found.azimuthDegrees())).isEqualTo(180);
        assertThat(found.place()).isEqualTo(new LonLat(70, 40));
    }

    @Test
    void inAPolygonTheNearestPlaceIsOneself() {
        GeodesicNearest nearest = GeodesicNearest.of(
                Shapes.wkt("POLYGON ((178 0, 182 0, 182 4, 178 4, 178 0), (179 1, 181 1, 181 3, 179 3, 179 1))"),
                Edges.STRAIGHT);
        NearestPlace inside = nearest.to(-178.5, 2);
        assertThat(inside.meters()).isZero();
        assertThat(inside.azimuthDegrees()).isNaN();
        assertThat(inside.place()).isEqualTo(new LonLat(-178.5, 2));
        assertThat(inside.side()).isEqualTo(Side.INSIDE);
        assertThat(nearest.to(180, 2).side()).isEqualTo(Side.OUTSIDE);
        assertThat(nearest.to(180, 2).meters()).isGreaterThan(110_000);
        assertThat(nearest.to(-177, 2).side()).isEqualTo(Side.OUTSIDE);
        assertThat(nearest.to(-177, 2).place().longitude()).isEqualTo(-178);
    }

    /** As RFC 7946 has a country across the antimeridian: two polygons that meet where there is no boundary. */
    @Test
    void theCutAtTheAntimeridianIsNoBoundary() {
        Geometry cut = Shapes.wkt("MULTIPOLYGON (((178 60, 180 60, 180 64, 178 64, 178 60)),"
                + " ((-180 60, -178 60, -178 64, -180 64, -180 60)))");
        Geometry whole = Shapes.wkt("POLYGON ((178 60, 182 60, 182 64, 178 64, 178 60))");
        GeodesicNearest nearest = GeodesicNearest.ofBoundary(cut, Edges.STRAIGHT);
        GeographicTruth truth = new GeographicTruth(whole);
        Random random = new Random(41);
        for (int i = 0; i < 60; i++) {
            double longitude = random.nextDouble(177, 183);
            double latitude = random.nextDouble(59, 65);
            NearestPlace found = nearest.to(longitude, latitude);
            assertThat(found.meters()).isCloseTo(truth.metersFrom(longitude, latitude), within(TOLERANCE));
            boolean inside = whole.covers(Shapes.FACTORY.createPoint(new Coordinate(longitude, latitude)));
            assertThat(found.side()).isEqualTo(inside ? Side.INSIDE : Side.OUTSIDE);
        }
        assertThat(nearest.to(180, 62).side()).isEqualTo(Side.INSIDE);
        assertThat(nearest.to(178, 62).side()).isEqualTo(Side.NEITHER);
    }

    @Test
    void wholeTurnsOfLongitudeChangeNothing() {
        GeodesicNearest nearest = GeodesicNearest.of(Shapes.wkt("LINESTRING (179 60, 181 61)"), Edges.STRAIGHT);
        assertThat(nearest.to(-179.5 + 720, 60)).isEqualTo(nearest.to(-179.5, 60));
        assertThat(Math.abs(nearest.to(-179.5, 60).place().longitude())).isLessThanOrEqualTo(180);
    }

    @Test
    void refusesWhatHasNoNearestPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicNearest.of(Shapes.wkt("LINESTRING EMPTY"), Edges.STRAIGHT))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicNearest.of(Shapes.wkt("POINT (0 91)"), Edges.STRAIGHT))
                .withMessageContaining("91");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicNearest.of(Shapes.wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"), Edges.STRAIGHT))
                .withMessageContaining("not valid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicNearest.ofBoundary(Shapes.wkt("LINESTRING (0 0, 1 1)"), Edges.STRAIGHT))
                .withMessageContaining("LineString");
        GeodesicNearest nearest = GeodesicNearest.of(Shapes.wkt("POINT (0 0)"), Edges.STRAIGHT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest.to(0, 90.1))
                .withMessageContaining("90.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest.to(Double.NaN, 0))
                .withMessageContaining("NaN");
    }

    private static void assertIsNearest(Geometry geometry, Edges edges, double degreesAround, int questions) {
        GeographicTruth truth = new GeographicTruth(densified(geometry, edges));
        GeodesicNearest nearest = GeodesicNearest.of(geometry, edges);
        Coordinate[] vertices = geometry.getCoordinates();
        Random random = new Random(43);
        for (int i = 0; i < questions; i++) {
            Coordinate vertex = vertices[random.nextInt(vertices.length)];
            double longitude = vertex.x + random.nextDouble(-degreesAround, degreesAround);
            double latitude = Math.max(-90, Math.min(90, vertex.y + random.nextDouble(-degreesAround, degreesAround)));
            NearestPlace found = nearest.to(longitude, latitude);
            String from = edges + " from " + longitude + ", " + latitude;
            assertThat(found.meters()).as(from).isCloseTo(truth.metersFrom(longitude, latitude), within(TOLERANCE));
            LonLat place = found.place();
            assertThat(truth.metersFrom(place.longitude(), place.latitude()))
                    .as(from)
                    .isLessThan(TOLERANCE);
            GeodesicData there = Geodesic.WGS84.Direct(latitude, longitude, found.azimuthDegrees(), found.meters());
            assertThat(Geodesic.WGS84.Inverse(there.lat2, there.lon2, place.latitude(), place.longitude()).s12)
                    .as(from)
                    .isLessThan(1e-7);
        }
    }

    /** Geodesic edges cut into steps of 30 m, which differ from straight ones by micrometres; near a pole, of less. */
    private static Geometry densified(Geometry geometry, Edges edges) {
        return edges == Edges.STRAIGHT
                ? geometry
                : new GeometryTransformer() {
                    @Override
                    protected CoordinateSequence transformCoordinates(CoordinateSequence vertices, Geometry parent) {
                        Coordinate[] corners = vertices.toCoordinateArray();
                        return parent instanceof Point ? vertices : createCoordinateSequence(along(corners));
                    }
                }.transform(geometry);
    }

    private static Coordinate[] along(Coordinate[] corners) {
        List<Coordinate> path = new ArrayList<>(List.of(corners[0].copy()));
        for (int i = 1; i < corners.length; i++) {
            Coordinate from = corners[i - 1];
            Coordinate to = corners[i];
            GeodesicLine line = Geodesic.WGS84.InverseLine(from.y, from.x, to.y, to.x);
            double step = Math.max(
                    0.5, 30 * Math.pow(Math.cos(Math.toRadians(Math.max(Math.abs(from.y), Math.abs(to.y)))), 0.5));
            int steps = Math.max(1, (int) Math.ceil(line.Distance() / step));
            for (int j = 1; j < steps; j++) {
                GeodesicData there = line.Position(line.Distance() * j / steps);
                path.add(near(path, there.lon2, there.lat2));
            }
            path.add(near(path, to.x, to.y));
        }
        return path.toArray(new Coordinate[0]);
    }

    private static Coordinate near(List<Coordinate> path, double longitude, double latitude) {
        double turns = Math.rint((path.get(path.size() - 1).x - longitude) / 360);
        return new Coordinate(longitude + 360 * turns, latitude);
    }

    private static Coordinate anywhere(Envelope window, Random random) {
        return new Coordinate(
                window.getMinX() + random.nextDouble() * window.getWidth(),
                window.getMinY() + random.nextDouble() * window.getHeight());
    }
}
