package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.truceline.ceasefire.Reference.Mark;
import org.truceline.ceasefire.Reference.Section;

class LineSectionsTest {
    private static final String JOINED = "MULTILINESTRING ((70 40, 71 40), (71 40, 71 41))";
    private static final String INTERRUPTED = "MULTILINESTRING ((70 40, 71 40), (72 40, 73 40))";

    @Test
    void partsThatMeetAreOneLine() {
        assertIs(cut(JOINED, point("70.5 40"), point("71 40.5")), geometry("LINESTRING (70.5 40, 71 40, 71 40.5)"));
    }

    @Test
    void numbersMayRunAgainstTheLine() {
        assertIs(cut(JOINED, point("71 40.5"), point("70.5 40")), cut(JOINED, point("70.5 40"), point("71 40.5")));
    }

    @Test
    void roundAClosedLineASectionRunsWithIt() {
        String exclave = "LINESTRING (70 40, 71 40, 71 41, 70 40)";
        assertIs(
                cut(exclave, point("71 40.5"), point("70.5 40")),
                geometry("LINESTRING (71 40.5, 71 41, 70 40, 70.5 40)"));
    }

    @Test
    void aSectionIsOfTheStretchThatItsPointsAreOn() {
        assertIs(cut(INTERRUPTED, point("72.2 40"), point("72.8 40")), geometry("LINESTRING (72.2 40, 72.8 40)"));
        assertRefused(INTERRUPTED, point("70.2 40"), point("72.8 40"), "interrupted");
    }

    @Test
    void metresAlongAnInterruptedLineAreRefused() {
        assertRefused(INTERRUPTED, meters(0), meters(1000), "2 separate stretches");
    }

    @Test
    void metresBeyondTheLineAreRefused() {
        assertRefused(JOINED, meters(0), meters(1e6), "Expected a measure from 0 to");
    }

    @Test
    void aMarkerOfAnotherLineIsRefused() {
        assertRefused(JOINED, point("70.2 40"), point("40 71"), "m from the line");
    }

    @Test
    void aMarkerWithoutPlaceIsRefused() {
        assertRefused(
                JOINED, point("70.2 40"), new Mark(Optional.empty(), OptionalDouble.empty()), "no source says where");
    }

    private static void assertIs(Geometry cut, Geometry expected) {
        assertThat(cut.equalsExact(expected, 1e-9)).as(cut.toText()).isTrue();
    }

    private static void assertRefused(String line, Mark from, Mark to, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cut(line, from, to))
                .withMessageStartingWith("Section 1 to 2: ")
                .withMessageContaining(reason);
    }

    private static Geometry cut(String line, Mark from, Mark to) {
        return LineSections.of(geometry(line)).cut(List.of(new Section("1 to 2", from, to)));
    }

    private static Mark point(String coordinates) {
        return new Mark(Optional.of((Point) geometry("POINT (" + coordinates + ")")), OptionalDouble.empty());
    }

    private static Mark meters(double meters) {
        return new Mark(Optional.empty(), OptionalDouble.of(meters));
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
