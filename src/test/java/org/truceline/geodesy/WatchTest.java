package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class WatchTest {
    private static final double METERS = 1_000;
    private static final double TOLERANCE = 0.1;

    /** Long and wound enough for many stretches. */
    private static final LineString LINE = new GeometryFactory()
            .createLineString(IntStream.range(0, 2_000)
                    .mapToObj(i -> new Coordinate(70 + i / 1000d, 40 + 0.1 * Math.sin(i / 20d)))
                    .toArray(Coordinate[]::new));

    @AfterEach
    void forgetInterrupt() {
        boolean wasInterrupted = Thread.interrupted();
        assertThat(Thread.currentThread().isInterrupted())
                .as("after " + wasInterrupted)
                .isFalse();
    }

    @Test
    void bufferTellsHowFarItIs() {
        Queue<Double> told = new ConcurrentLinkedQueue<>();

        MeasuredArea watched = GeodesicBuffer.of(LINE, Edges.STRAIGHT, METERS, TOLERANCE, Watch.of(told::add));

        List<Double> shares = new ArrayList<>(told);
        assertThat(shares).hasSizeGreaterThan(50).allMatch(share -> share >= 0 && share <= 1);
        assertThat(shares.get(0)).isLessThan(0.1);
        assertThat(shares.stream().mapToDouble(share -> share).max().orElse(0)).isGreaterThan(0.8);
        assertThat(watched.area()
                        .equalsExact(GeodesicBuffer.of(LINE, Edges.STRAIGHT, METERS, TOLERANCE)
                                .area()))
                .as("a watch changes nothing")
                .isTrue();
    }

    @Test
    void interruptedBufferEnds() {
        Thread beginner = Thread.currentThread();
        Queue<Double> told = new ConcurrentLinkedQueue<>();
        Watch watch = Watch.of(share -> {
            told.add(share);
            beginner.interrupt();
        });

        assertThatThrownBy(() -> GeodesicBuffer.of(LINE, Edges.STRAIGHT, METERS, TOLERANCE, watch))
                .isInstanceOf(InterruptedComputationException.class);
        assertThat(told).as("steps that were begun, by as many threads").hasSizeLessThan(20);
    }

    @Test
    void watchThatHasEndedAComputationStaysEnded() {
        Watch watch = Watch.silent();
        Thread.currentThread().interrupt();
        assertThatThrownBy(watch::check).isInstanceOf(InterruptedComputationException.class);

        assertThat(Thread.interrupted()).isTrue();

        assertThatThrownBy(watch::check).isInstanceOf(InterruptedComputationException.class);
    }

    @Test
    void interruptedCorridorEnds() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> GeodesicCorridor.of(LINE, Edges.STRAIGHT, METERS, 0, TOLERANCE, Watch.silent()))
                .isInstanceOf(InterruptedComputationException.class);
    }
}
