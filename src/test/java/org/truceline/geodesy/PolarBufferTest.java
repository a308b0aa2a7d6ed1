package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Around the poles a ring in longitude/latitude is led along the edge of the plane. */
class PolarBufferTest {

    private static final String ANTARCTIC =
            "POLYGON ((-180 -90, 180 -90, 180 -80, 90 -75, 0 -80, -90 -75, -180 -80, -180 -90))";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT (0 89.9); 5000",
                "POINT (0 89.9); 50000",
                "POINT (100 -89.5); 500000",
                "POINT (-60 90); 1000",
                "POINT (0 -90); 60000",
                "POINT (179.9 89.3); 78200",
                "POINT (77 89); 111680",
                "LINESTRING (0 89.5, 120 89.5); 60000",
                "LINESTRING (-10 89.99, 10 89.99, 100 89.98, 200 89.995); 3000",
                "LINESTRING (-10 89, 10 89); 150000",
                "LINESTRING (0 89.5, 360 89.5); 10000",
                "LINESTRING (0 89.5, 360 89.5); 60000",
                "LINESTRING (10 88, 10 90, -150 89); 20000",
                "MULTIPOINT ((0 89.9), (120 89.9), (-120 89.9)); 9800",
                "MULTIPOINT ((0 89.9), (120 89.9), (-120 89.9)); 20000",
                "POLYGON ((-180 -90, 180 -90, 180 -80, 90 -75, 0 -80, -90 -75, -180 -80, -180 -90)); 30000",
                "POLYGON ((-180 -90, 180 -90, 180 -80, 90 -75, 0 -80, -90 -75, -180 -80, -180 -90)); -30000",
                "POLYGON ((0 89, 90 89, 180 89, 270 89, 360 89, 360 90, 0 90, 0 89)); 2000",
                "POLYGON ((0 80, 90 81, 90 89.9, 0 89.9, 0 80)); 50000",
                "POLYGON ((0 80, 90 81, 90 89.9, 0 89.9, 0 80)); -50000",
            })
    void isRightAtAndAroundAPole(String wkt, double meters) {
        BufferCheck.of(wkt, meters).buffer();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2_000, 11_200, 40_000})
    void theDiscAroundAPoleHasTheRightArea(double meters) {
        Geometry disc = GeodesicBuffer.of(Shapes.wkt("POINT (0 90)"), Edges.STRAIGHT, meters)
                .area();
        double radius = 6_399_593.6;
        double expected = 2 * Math.PI * radius * radius * (1 - Math.cos(meters / radius));
        assertThat(GeodesicArea.of(disc, Edges.STRAIGHT)).isCloseTo(expected, within(2e-4 * expected));
    }

    @Test
    void aRingRoundThePoleKeepsTheHoleAtThePole() {
        Geometry band = GeodesicBuffer.of(Shapes.wkt("LINESTRING (0 89.5, 360 89.5)"), Edges.STRAIGHT, 10_000)
                .area();
        assertThat(band.getEnvelopeInternal().getMaxY()).isLessThan(90);
        assertThat(band.getNumGeometries()).isEqualTo(1);
    }

    @Test
    void anAntarcticPolygonKeepsItsEdgeAtThePole() {
        for (double meters : new double[] {10_000, -10_000}) {
            Geometry area = GeodesicBuffer.of(Shapes.wkt(ANTARCTIC), Edges.STRAIGHT, meters)
                    .area();
            assertThat(area.getEnvelopeInternal().getMinY()).isEqualTo(-90);
            assertThat(area.getNumGeometries()).isEqualTo(1);
        }
    }

    @Test
    void refusesABoundaryThroughAPoleAndSaysSo() {
        double toPole = GeodesicDistance.to(Shapes.wkt("POINT (33 89.5)")).metersFrom(0, 90);
        for (double more : new double[] {-0.5, 0, 0.5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt("POINT (33 89.5)"), Edges.STRAIGHT, toPole + more))
                    .withMessageContaining("north pole");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-50, -2, 2, 50})
    void isRightWhenItsBoundaryPassesAPoleClosely(double more) {
        double toPole = GeodesicDistance.to(Shapes.wkt("POINT (33 89.5)")).metersFrom(0, 90);
        BufferCheck.of("POINT (33 89.5)", toPole + more).buffer();
        BufferCheck.of("LINESTRING (33 89.5, 40 89.2, 30 88)", toPole + more).buffer();
    }
}
