package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class GeodesicAreaTest {

    /** 4π·c², with the authalic radius c; as GeographicLib gives it. */
    private static final double EARTH = 510_065_621_724_088.4;

    /** Of GeographicLib's own tests and documentation (Planimeter; the last is its polygon around Antarctica). */
    @ParameterizedTest
    @CsvSource({
        "'POLYGON ((0 89, 90 89, 180 89, 270 89, 0 89))', 24952305678.0",
        "'POLYGON ((-1 0, 0 -1, 1 0, 0 1, -1 0))', 24619419146.0",
        "'POLYGON ((0 90, 0 0, 90 0, 0 90))', 63758202715511.0",
        "'POLYGON ((0 9, 0.00000000000001 9, 0.00000000000001 9, 0 9))', 0",
        "'POLYGON ((-58 -63.1, -74 -72.9, -102 -71.9, -102 -74.9, -131 -74.3, -163 -77.5, 163 -77.4, 172 -71.7,"
                + " 140 -65.9, 113 -65.7, 88 -66.6, 59 -66.9, 25 -69.8, -4 -70, -14 -71, -33 -77.3, -46 -77.9,"
                + " -61 -74.7, -58 -63.1))', 13662703680020.1",
    })
    void ringsOfGeodesicsHaveThePublishedAreas(String wkt, double squareMeters) {
        assertThat(GeodesicArea.of(Shapes.wkt(wkt), Edges.GEODESIC)).isCloseTo(squareMeters, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({
        "'POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))', 1",
        "'POLYGON ((-180 0, 180 0, 180 90, -180 90, -180 0))', 0.5",
        "'POLYGON ((10 -90, 100 -90, 100 90, 10 90, 10 -90))', 0.25",
        "'POLYGON ((170 -90, 190 -90, 190 90, 170 90, 170 -90))', 0.05555555555555555",
        "'MULTIPOLYGON (((170 -90, 180 -90, 180 90, 170 90, 170 -90)), ((-180 -90, -170 -90, -170 90, -180 90, -180 -90)))', 0.05555555555555555",
        "'POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90), (-90 -90, -90 90, 90 90, 90 -90, -90 -90))', 0.5",
    })
    void straightEdgesMeasureTheWholeEarth(String wkt, double share) {
        Geometry polygon = Shapes.wkt(wkt);
        if (polygon.isValid()) {
            assertThat(GeodesicArea.of(polygon, Edges.STRAIGHT)).isCloseTo(share * EARTH, within(1.0));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> GeodesicArea.of(polygon, Edges.STRAIGHT));
        }
    }

    /** Down to a square millimetre, of which both edges' differences are known to a millionth. */
    @ParameterizedTest
    @CsvSource({"70, 40, 1e-8", "179.9999, -60, 1e-6", "-120, 89.99, 1e-6", "0, 0, 1e-8", "10, 50, 1e-4"})
    void aSmallRectangleIsItsSidesMultiplied(double longitude, double latitude, double degrees) {
        double east = longitude + degrees;
        double north = latitude + degrees;
        Geometry rectangle = Shapes.FACTORY.toGeometry(new Envelope(longitude, east, latitude, north));
        double phi = Math.toRadians((latitude + north) / 2);
        double width = Math.toRadians(east - longitude) * Wgs84.primeVerticalRadius(phi) * Math.cos(phi);
        double height = Math.toRadians(north - latitude) * Wgs84.meridianRadius(phi);
        assertThat(GeodesicArea.of(rectangle, Edges.STRAIGHT))
                .isCloseTo(width * height, within(2e-6 * width * height + 1e-10));
        assertThat(GeodesicLength.ofBoundary(rectangle, Edges.STRAIGHT))
                .isCloseTo(2 * (width + height), within(2e-6 * (width + height)));
    }

    /** GeographicLib's polygons of short geodesics come near straight edges, the nearer the shorter. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 20})
    void straightEdgesAgreeWithGeographicLibOnManyShortGeodesics(double degrees) {
        Random random = new Random(23);
        for (int i = 0; i < 20; i++) {
            double longitude = random.nextDouble(-180, 180);
            double latitude = random.nextDouble(-89, 89 - degrees);
            Coordinate[] ring = {
                new Coordinate(longitude, latitude),
                new Coordinate(longitude + degrees * random.nextDouble(0.5, 1), latitude + degrees * 0.2),
                new Coordinate(longitude + degrees * 0.4, latitude + degrees * random.nextDouble(0.5, 1)),
                new Coordinate(longitude, latitude)
            };
            double area = GeodesicArea.of(Shapes.FACTORY.createPolygon(ring), Edges.STRAIGHT);
            assertThat(area).isCloseTo(densified(ring, 2_000), within(1e-6 * area));
        }
    }

    private static double densified(Coordinate[] ring, int steps) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 1; i < ring.length; i++) {
            for (int step = 0; step < steps; step++) {
                double t = step / (double) steps;
                area.AddPoint(
                        ring[i - 1].y + t * (ring[i].y - ring[i - 1].y),
                        ring[i - 1].x + t * (ring[i].x - ring[i - 1].x));
            }
        }
        return Math.abs(area.Compute().area);
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void holesAreTakenOff(Edges edges) {
        String shell = "(70 40, 71 40, 71 41, 70 41, 70 40)";
        String hole = "(70.2 40.2, 70.2 40.8, 70.8 40.8, 70.8 40.2, 70.2 40.2)";
        double whole = GeodesicArea.of(Shapes.wkt("POLYGON (" + shell + ")"), edges);
        double inner = GeodesicArea.of(Shapes.wkt("POLYGON (" + hole + ")"), edges);
        assertThat(GeodesicArea.of(Shapes.wkt("POLYGON (" + shell + ", " + hole + ")"), edges))
                .isCloseTo(whole - inner, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void whatHasNoAreaHasNone(Edges edges) {
        for (String wkt :
                new String[] {"POINT (1 2)", "LINESTRING (0 0, 1 1)", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"}) {
            assertThat(GeodesicArea.of(Shapes.wkt(wkt), edges)).isZero();
        }
    }

    @Test
    void aPolygonThatCrossesItselfHasNoArea() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicArea.of(Shapes.wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"), Edges.STRAIGHT))
                .withMessageContaining("not valid");
    }

    @ParameterizedTest
    @EnumSource(Edges.class)
    void namesTheCoordinateThatIsNoPlace(Edges edges) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicArea.of(Shapes.wkt("POLYGON ((0 0, 1 0, 1 91, 0 0))"), edges))
                .withMessageContaining("91");
    }
}
