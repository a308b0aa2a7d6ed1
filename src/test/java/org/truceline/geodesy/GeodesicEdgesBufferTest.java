package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Buffers of geometries whose edges are declared to be geodesics. */
class GeodesicEdgesBufferTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LINESTRING (60 50, 90 50); 100",
                "LINESTRING (60 50, 90 50); 10000",
                "LINESTRING (60 50, 90 50, 75 60); 300000",
                "LINESTRING (179 65, -179 65); 20000",
                "LINESTRING (0 85, 180 85); 50000",
                "LINESTRING (0 85, 150 86); 50000",
                "LINESTRING (0 0, 60 0); 20000",
                "POLYGON ((60 50, 90 50, 90 60, 60 60, 60 50)); 10000",
                "POLYGON ((60 50, 90 50, 90 60, 60 60, 60 50)); -10000",
                "POLYGON ((179 64, -179 64, -179 66, 179 66, 179 64), (179.5 64.5, 179.5 65, -179.5 65, -179.5 64.5, 179.5 64.5)); 10000",
                "POLYGON ((179 64, -179 64, -179 66, 179 66, 179 64)); -20000",
                "POLYGON ((0 80, 120 80, -120 80, 0 80)); 10000",
                "POLYGON ((0 80, 120 80, -120 80, 0 80)); -50000",
                "MULTIPOINT ((60 50), (61 50)); 10000",
            })
    void isRight(String wkt, double meters) {
        BufferCheck.of(Shapes.wkt(wkt), Edges.GEODESIC, meters).buffer();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 50_000})
    void theBorderIsRight(double meters) {
        BufferCheck.of(Shapes.border(), Edges.GEODESIC, meters).buffer();
    }

    /** Along latitude 50 the two ways between 60 and 90 are 130 km apart. */
    @Test
    void differFromStraightOnes() {
        Geometry line = Shapes.wkt("LINESTRING (60 50, 90 50)");
        Geometry straight = GeodesicBuffer.of(line, Edges.STRAIGHT, 10_000).area();
        Geometry geodesic = GeodesicBuffer.of(line, Edges.GEODESIC, 10_000).area();
        assertThat(straight.covers(Shapes.wkt("POINT (75 50)"))).isTrue();
        assertThat(geodesic.covers(Shapes.wkt("POINT (75 50)"))).isFalse();
        assertThat(geodesic.covers(Shapes.wkt("POINT (75 50.95)"))).isTrue();
    }

    @Test
    void refusesAPolygonWithAnEdgeOverAPole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GeodesicBuffer.of(Shapes.wkt("POLYGON ((0 85, 180 85, 90 80, 0 85))"), Edges.GEODESIC, 1_000))
                .withMessageContaining("pole");
    }
}
