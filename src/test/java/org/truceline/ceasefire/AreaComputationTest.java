package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.truceline.ceasefire.AreaInput.Land;

class AreaComputationTest {
    private static final String LINE = "LINESTRING (70 40, 70.3 40.1, 70.6 39.95)";
    private static final String NORTH = "POLYGON ((70 40, 70.3 40.1, 70.6 39.95, 70.6 41, 70 41, 70 40))";
    private static final String SOUTH = "POLYGON ((70 40, 70.3 40.1, 70.6 39.95, 70.6 39, 70 39, 70 40))";

    private final AreaComputation computation = new AreaComputation(0.5);

    @Test
    void bothSidesEndExactlyAtTheLine() throws ParseException {
        Geometry north = area(input(1, LINE, NORTH)).shape();
        Geometry south = area(input(1, LINE, SOUTH)).shape();
        Geometry line = read(LINE);
        assertThat(north.covers(line)).isTrue();
        assertThat(south.covers(line)).isTrue();
        assertThat(north.intersection(south).getArea()).isZero();
        assertThat(north.union(south).getNumGeometries()).isEqualTo(1);
    }

    @Test
    void tellsItsErrorWithinTheTolerance() throws ParseException {
        AreaResult.Area area = area(input(1, LINE, NORTH));
        assertThat(area.toleranceMeters()).isEqualTo(0.5);
        assertThat(area.maxErrorMeters()).isBetween(0.0, 0.5);
    }

    @Test
    void anAlignmentThatHasMovedGetsABufferOfItsOwn() throws ParseException {
        Geometry before = area(input(1, LINE, NORTH)).shape();
        Geometry after = area(input(2, "LINESTRING (70 40, 70.3 40.1)", NORTH)).shape();
        assertThat(after.getArea()).isLessThan(before.getArea());
    }

    @Test
    void landFarFromTheLineIsAFailureWithItsReason() throws ParseException {
        assertThat(computation.compute(input(1, LINE, "POLYGON ((0 0, 1 0, 1 1, 0 0))")))
                .isEqualTo(new AreaResult.Failure(
                        "no part of the territory land lies within 3000.0 m of the alignment line"));
    }

    @Test
    void aSourceWithoutTheTerritoryIsAFailureWithItsReason() throws ParseException {
        AreaInput input = new AreaInput("rule", 1, "line", 1, 3000, read(LINE), Optional.empty());
        assertThat(computation.compute(input)).isInstanceOf(AreaResult.Failure.class);
    }

    @Test
    void whatGeodesyRefusesIsAFailureWithItsReason() throws ParseException {
        AreaInput input =
                new AreaInput("rule", 1, "line", 1, 600_000, read(LINE), Optional.of(new Land("land", 1, read(NORTH))));
        assertThat(computation.compute(input))
                .isInstanceOfSatisfying(
                        AreaResult.Failure.class,
                        failure -> assertThat(failure.reason()).contains("600000"));
    }

    private AreaResult.Area area(AreaInput input) {
        return (AreaResult.Area) computation.compute(input);
    }

    private static AreaInput input(long version, String line, String land) throws ParseException {
        return new AreaInput(
                "rule", 1, "line", version, 3000, read(line), Optional.of(new Land("land", 1, read(land))));
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }
}
