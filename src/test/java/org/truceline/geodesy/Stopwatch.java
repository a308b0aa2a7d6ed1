package org.truceline.geodesy;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * How long something took.
 *
 * @param wallMillis by the clock
 * @param cpuMillis of all threads that worked on it, to hundredths of a second
 */
record Stopwatch(double wallMillis, double cpuMillis) {

    /** @param cpuMillis the time that the process in question has had so far */
    static Stopwatch time(Runnable work, DoubleSupplier cpuMillis) {
        double cpu = cpuMillis.getAsDouble();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e6;
        return new Stopwatch(wall, cpuMillis.getAsDouble() - cpu);
    }

    /** The median of each, an odd number of times. */
    static Stopwatch median(List<Stopwatch> times) {
        return new Stopwatch(median(times, Stopwatch::wallMillis), median(times, Stopwatch::cpuMillis));
    }

    private static double median(List<Stopwatch> times, ToDoubleFunction<Stopwatch> value) {
        double[] values = times.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
