package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.truceline.ceasefire.AreaInput.Combined;
import org.truceline.ceasefire.AreaInput.Measured;
import org.truceline.ceasefire.AreaInput.Member;
import org.truceline.ceasefire.AreaInput.Reading;

class AreaComputationTest {
    private static final String LINE = "LINESTRING (70 40, 70.3 40.1, 70.6 39.95)";
    private static final String NORTH = "POLYGON ((70 40, 70.3 40.1, 70.6 39.95, 70.6 41, 70 41, 70 40))";
    private static final String SOUTH = "POLYGON ((70 40, 70.3 40.1, 70.6 39.95, 70.6 39, 70 39, 70 40))";
    private static final AreaKey KEY = new AreaKey("rule", "line");

    private final AreaComputation computation = new AreaComputation(0.5);

    @Test
    void bothSidesEndExactlyAtTheLine() throws ParseException {
        Geometry north = shape(measured(3000, LINE, NORTH));
        Geometry south = shape(measured(3000, LINE, SOUTH));
        Geometry line = read(LINE);
        assertThat(north.covers(line)).isTrue();
        assertThat(south.covers(line)).isTrue();
        assertThat(north.intersection(south).getArea()).isZero();
        assertThat(north.union(south).getNumGeometries()).isEqualTo(1);
    }

    @Test
    void tellsItsErrorWithinTheTolerance() throws ParseException {
        assertThat(area(measured(3000, LINE, NORTH)).extent().maxErrorMeters()).isBetween(0.0, 0.5);
    }

    @Test
    void anAlignmentThatHasMovedGetsABufferOfItsOwn() throws ParseException {
        Geometry before = shape(measured(3000, LINE, NORTH));
        Geometry after = shape(measured(3000, "LINESTRING (70 40, 70.3 40.1)", NORTH));
        assertThat(after.getArea()).isLessThan(before.getArea());
    }

    @Test
    void landFarFromTheLineGivesAnEmptyAreaWithItsReason() throws ParseException {
        assertThat(computation.compute(measured(3000, LINE, "POLYGON ((0 0, 1 0, 1 1, 0 0))")))
                .isEqualTo(new AreaResult.Empty("no part of the territory land lies within the band"));
    }

    @Test
    void aSideOfWhichNothingTellsIsAFailureWithItsReason() throws ParseException {
        assertThat(reason(measured(3000, LINE, new Cut.Unknown()))).contains("nothing tells the party's side");
    }

    @Test
    void whatGeodesyRefusesIsAFailureWithItsReason() throws ParseException {
        assertThat(reason(measured(600_000, LINE, NORTH))).contains("600000");
    }

    @Test
    void aClaimThatFailedLeavesNeitherUnionNorIntersection() {
        Member failed = new Member("a", new AreaResult.Failure("for a reason"));
        for (Reading reading : Reading.values()) {
            assertThat(reason(new Combined(KEY, "{}", reading, List.of(failed))))
                    .isEqualTo("the area could not be computed for a");
        }
    }

    @Test
    void claimsWithNothingInCommonHaveAUnionAndNoUndisputedPart() throws ParseException {
        List<Member> members = List.of(
                new Member("a", computation.compute(measured(3000, LINE, NORTH))),
                new Member("b", computation.compute(measured(3000, LINE, SOUTH))));
        assertThat(area(new Combined(KEY, "{}", Reading.UNION, members))
                        .extent()
                        .maxErrorMeters())
                .isPositive();
        assertThat(computation.compute(new Combined(KEY, "{}", Reading.INTERSECTION, members)))
                .isEqualTo(new AreaResult.Empty("nothing lies inside under every claim"));
    }

    private MultiPolygon shape(AreaInput input) {
        return area(input).extent().shape();
    }

    private AreaResult.Area area(AreaInput input) {
        return (AreaResult.Area) computation.compute(input);
    }

    private String reason(AreaInput input) {
        return ((AreaResult.Failure) computation.compute(input)).reason();
    }

    private static Measured measured(double meters, String line, String land) throws ParseException {
        return measured(meters, line, new Cut.Land("land", read(land)));
    }

    private static Measured measured(double meters, String line, Cut cut) throws ParseException {
        Reference along = new Reference.Along(read(line), List.of());
        return new Measured(KEY, "{}", Band.upTo(meters), along, cut, List.of());
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }
}
