package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** A negative distance leaves what is so far inside of polygons. */
class InwardBufferTest {

    private static final String WITH_HOLE =
            "POLYGON ((70 40, 71 40, 71 41, 70 41, 70 40), (70.4 40.4, 70.4 40.6, 70.6 40.6, 70.6 40.4, 70.4 40.4))";

    @ParameterizedTest
    @ValueSource(doubles = {-10, -1_000, -10_000, -15_000})
    void leavesWhatIsFarFromOutlineAndHoles(double meters) {
        Geometry area = BufferCheck.of(WITH_HOLE, meters).buffer().area();
        assertThat(area.getNumGeometries()).isEqualTo(1);
        assertThat(Shapes.holesIn(area)).isEqualTo(1);
    }

    /** Between outline and hole it is 34 km wide in the west and east, 44 km in the south and north. */
    @Test
    void fallsIntoPartsWhereItIsNarrow() {
        Geometry area = BufferCheck.of(WITH_HOLE, -18_000).buffer().area();
        assertThat(area.getNumGeometries()).isEqualTo(2);
        assertThat(Shapes.holesIn(area)).isZero();
    }

    @Test
    void isEmptyFartherInThanAnythingInside() {
        MeasuredArea nothing = BufferCheck.of(WITH_HOLE, -40_000).buffer();
        assertThat(nothing.area().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POLYGON ((179 -1, 181 -1, 181 1, 179 1, 179 -1)); -40000",
                "MULTIPOLYGON (((179 60, 180 60, 180 61, 179 61, 179 60)), ((-180 60, -179 60, -179 61, -180 61, -180 60))); -20000",
                "MULTIPOLYGON (((179 60, 180 60, 180 61, 179 61, 179 60)), ((-180 60, -179 60, -179 61, -180 60))); -5000",
                "POLYGON ((178 60, 180 60, 180 61, 178 61, 178 60)); -20000",
                "MULTIPOLYGON (((70 40, 71 40, 71 41, 70 41, 70 40)), ((71 41, 72 41, 72 42, 71 42, 71 41))); -9000",
                "POLYGON ((10 80, 30 80, 30 82, 10 80)); -30000",
                "GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 0 1, 0 0)), GEOMETRYCOLLECTION (POLYGON ((5 5, 6 5, 5 6, 5 5)))); -10000"
            })
    void isRight(String wkt, double meters) {
        BufferCheck.of(wkt, meters).buffer();
    }

    /** A country that RFC 7946 cuts at the antimeridian has no boundary there. */
    @Test
    void goesOnAcrossTheAntimeridian() {
        Geometry split = Shapes.wkt("MULTIPOLYGON (((179 60, 180 60, 180 61, 179 61, 179 60)),"
                + " ((-180 60, -179 60, -179 61, -180 61, -180 60)))");
        Geometry unwrapped = Shapes.wkt("POLYGON ((179 60, 181 60, 181 61, 179 61, 179 60))");
        double area = GeodesicArea.of(
                GeodesicBuffer.of(split, Edges.STRAIGHT, -10_000).area(), Edges.STRAIGHT);
        double whole = GeodesicArea.of(
                GeodesicBuffer.of(unwrapped, Edges.STRAIGHT, -10_000).area(), Edges.STRAIGHT);
        assertThat(area / whole).isBetween(0.9999, 1.0001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LINESTRING (70 40, 71 41)",
                "POINT (70 40)",
                "GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 0 1, 0 0)), POINT (70 40))"
            })
    void refusesWhatHasNoInside(String wkt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt(wkt), Edges.STRAIGHT, -10))
                .withMessageContaining("no inside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((0.5 0, 2 0, 2 2, 0.5 0)))",
                "GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)), POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0)))"
            })
    void refusesPolygonsThatOverlapOrShareAnEdge(String wkt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeodesicBuffer.of(Shapes.wkt(wkt), Edges.STRAIGHT, -10))
                .withMessageContaining("overlap");
    }

    @Test
    void theInsideOfNothingIsEmpty() {
        assertThat(GeodesicBuffer.of(Shapes.wkt("POLYGON EMPTY"), Edges.STRAIGHT, -10)
                        .area()
                        .isEmpty())
                .isTrue();
    }
}
