package org.truceline.geodesy;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.truceline.database.ThrowawayDatabase;

/**
 * Prints how fast and how right the buffers of lines are, beside PostGIS's of the same lines: {@code ./run
 * geodesy-table}. Times are the median of five, both taking turns, after a warm-up. Ours may use two threads, PostGIS
 * has one backend; so the times of their processors are compared too, which a busy machine changes little.
 */
final class GeodesyTable {

    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 20;

    private static final int PLACES = 8;
    private static final int GEOGRAPHIC_LIB_EDGES = 200;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final List<Row> ROWS = List.of(
            new Row(1_000, 10),
            new Row(10_000, 1),
            new Row(10_000, 10),
            new Row(10_000, 50),
            new Row(10_000, 140),
            new Row(100_000, 10),
            new Row(100_000, 140));

    private static final int[] GROWTH = {1_000, 10_000, 100_000, 1_000_000};
    private static final double GROWTH_METERS = 10_000;

    private final PostgisBuffer postgis;
    private final PrintStream out;

    private record Row(int vertices, double kilometers) {}

    private GeodesyTable(PostgisBuffer postgis, PrintStream out) {
        this.postgis = postgis;
        this.out = out;
    }

    public static void main(String[] arguments) throws SQLException {
        // Two threads: one of the pool and the one that asks.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "1");
        try (ThrowawayDatabase database = ThrowawayDatabase.start("geodesy-table");
                Connection connection = database.connect()) {
            GeodesyTable table = new GeodesyTable(new PostgisBuffer(connection), System.out);
            table.warmUp();
            table.compare();
            table.grow();
        }
    }

    private void warmUp() throws SQLException {
        for (int vertices : new int[] {1_000, 10_000}) {
            LineString line = Shapes.noisyBorder(vertices);
            postgis.shape(line);
            postgis.run(1_000);
            for (int i = 0; i < WARM_UPS; i++) {
                GeodesicBuffer.of(line, Edges.STRAIGHT, GROWTH_METERS);
            }
        }
    }

    private void compare() throws SQLException {
        out.println("""
                | vertices | km | Truceline ms | ST_Buffer ms | ratio | of processor time | error found | promised | ST_Buffer's error |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |""");
        for (Row row : ROWS) {
            LineString line = Shapes.noisyBorder(row.vertices);
            double meters = 1_000 * row.kilometers;
            postgis.shape(line);
            List<Stopwatch> ours = new ArrayList<>();
            List<Stopwatch> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(timed(line, meters));
                theirs.add(Stopwatch.time(() -> postgis.run(meters), postgis::cpuMillis));
            }
            out.println(times(row, Stopwatch.median(ours), Stopwatch.median(theirs)) + errors(line, meters));
        }
    }

    private static Stopwatch timed(LineString line, double meters) {
        return Stopwatch.time(
                () -> GeodesicBuffer.of(line, Edges.STRAIGHT, meters), () -> PROCESS.getProcessCpuTime() / 1e6);
    }

    private static String times(Row row, Stopwatch ours, Stopwatch theirs) {
        return String.format(
                Locale.ROOT,
                "| %,d | %.0f | %.0f | %.0f | %.2f | %.2f ",
                row.vertices,
                row.kilometers,
                ours.wallMillis(),
                theirs.wallMillis(),
                ours.wallMillis() / theirs.wallMillis(),
                ours.cpuMillis() / theirs.cpuMillis());
    }

    /** Every edge by our own distances, some also by GeographicLib, which is slow. */
    private String errors(LineString line, double meters) {
        MeasuredArea buffer = GeodesicBuffer.of(line, Edges.STRAIGHT, meters);
        GeodesicDistance distance = GeodesicDistance.to(line);
        BoundarySamples samples = new BoundarySamples(distance::metersFrom, meters);
        BoundarySamples truth = new BoundarySamples(new GeographicTruth(line)::metersFrom, meters);
        int stride = Math.max(1, buffer.area().getNumPoints() / GEOGRAPHIC_LIB_EDGES);
        double found = Math.max(samples.worst(buffer.area(), PLACES, 1), truth.worst(buffer.area(), 2, stride));
        Geometry theirs = postgis.buffer(meters);
        return String.format(
                Locale.ROOT,
                "| %.3f | %.3f | %.1f |",
                found,
                buffer.maxErrorMeters(),
                samples.worst(theirs, PLACES, 1));
    }

    private void grow() {
        out.println("""

                | vertices | km | Truceline ms | of processor time, ms | the same over n·log n, ns |
                | --- | --- | --- | --- | --- |""");
        for (int vertices : GROWTH) {
            LineString line = Shapes.noisyBorder(vertices);
            List<Stopwatch> times = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                times.add(timed(line, GROWTH_METERS));
            }
            Stopwatch median = Stopwatch.median(times);
            double steps = vertices * Math.log(vertices) / Math.log(2);
            out.println(String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %.0f | %.0f | %.1f |",
                    vertices,
                    GROWTH_METERS / 1_000,
                    median.wallMillis(),
                    median.cpuMillis(),
                    1e6 * median.cpuMillis() / steps));
        }
    }
}
