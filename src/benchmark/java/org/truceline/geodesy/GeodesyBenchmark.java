package org.truceline.geodesy;

import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.LineString;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** For work on the code: which change makes buffers and distances faster. {@code mvn -Pbenchmark -DskipTests verify} runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GeodesyBenchmark {

    private static final int QUESTIONS = 10_000;

    @Param({"1000", "10000", "100000"})
    public int vertices;

    @Param({"1000", "10000", "140000"})
    public double meters;

    private LineString line = Shapes.FACTORY.createLineString();
    private GeodesicDistance distance = GeodesicDistance.to(line);

    @Setup
    public void makeLine() {
        line = Shapes.noisyBorder(vertices);
        distance = GeodesicDistance.to(line);
    }

    @Benchmark
    public MeasuredArea buffer() {
        return GeodesicBuffer.of(line, Edges.STRAIGHT, meters);
    }

    /** The distances of ten thousand places around the border. */
    @Benchmark
    public double distances() {
        double sum = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            sum += distance.metersFrom(69.5 + 4 * (i % 100) / 100.0, 38.5 + 2.5 * i / QUESTIONS);
        }
        return sum;
    }
}
