package org.truceline.viewer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.Truceline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how long the map keeps the page's thread busy while it is moved over a hundred thousand reports, side by side
 * with the same map without reports: {@code ./run map-tasks}. What counts is the processor's time in one task; the time on
 * the clock is the graphics' too, which a machine without a graphics card computes on the same processor.
 */
final class MapTasks {
    private static final int REPORTS = 100_000;
    private static final int AT_ONCE = 5_000;
    private static final double[] ZOOMS = {4, 5, 6.3, 7.2, 8.5, 10, 12, 15};
    private static final Path FOLDER = Path.of("target", "map-tasks");
    private static final Path TRACE = FOLDER.resolve("trace.json");

    /** A third in some hundreds of places, the others anywhere, over ten years. */
    private static final String INSERT = """
            INSERT INTO ceasefire.incident (id, event_type, summary, time_precision, time_start, time_end, point)
            SELECT 'many-' || n,
                   (ARRAY['Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Protests', 'Riots',
                          'Strategic developments'])[1 + n % 6],
                   'Report ' || n, 'day', began, began + interval '1 day',
                   CASE WHEN n % 3 = 0 THEN ST_Point(69 + n * 7919 % 200 * 0.02, 39 + n * 104729 % 90 * 0.02, 4326)
                        ELSE ST_Point(68 + n * 7919 % 100003 / 12500.0, 38 + n * 104729 % 99991 / 25000.0, 4326) END
              FROM generate_series(CAST(:from AS bigint), :to) AS n,
                   LATERAL (SELECT timestamptz '2015-01-01Z' + n * 37 % 3650 * interval '1 day' AS began) AS time
            """;

    /** Moves the map as a hand does, to and fro, and comes back when what it led to is done. */
    private static final String MOVE = """
            const done = arguments[arguments.length - 1];
            const {map} = window.truceline;
            const ways = [[400, 0], [0, 300], [-400, 0], [0, -300], [300, 200], [-300, -200]];
            performance.mark(`begin ${arguments[0]}`);
            const next = () => {
              if (!ways.length) return setTimeout(() => { performance.mark(`end ${arguments[0]}`); done(); }, 2000);
              map.panBy(ways.pop(), {duration: 900});
              map.once('moveend', () => setTimeout(next, 250));
            };
            next();
            """;

    private MapTasks() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Truceline.class)
                .run("--server.port=0", "--truceline.home=" + FOLDER.resolve("home"), "--truceline.database.url=")) {
            fill(server.getBean(JdbcClient.class));
            move(URI.create("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port")
                    + "/map?lang=en"));
        }
        print(JsonMapper.shared().readTree(TRACE).get("traceEvents"));
    }

    private static void fill(JdbcClient jdbc) {
        long there = jdbc.sql("SELECT count(*) FROM ceasefire.incident WHERE id LIKE 'many-%'")
                .query(Long.class)
                .single();
        for (long from = there + 1; from <= REPORTS; from += AT_ONCE) {
            jdbc.sql(INSERT)
                    .param("from", from)
                    .param("to", Math.min(REPORTS, from + AT_ONCE - 1))
                    .update();
            System.out.println(from + AT_ONCE - 1 + " reports");
        }
        jdbc.sql("ANALYZE").update();
        // Until then each line that becomes known is a change, which the page follows.
        while (jdbc.sql("SELECT count(*) FROM ceasefire.incident_line WHERE incident_id LIKE 'many-%'")
                        .query(Long.class)
                        .single()
                < REPORTS) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private static void move(URI map) throws IOException {
        try (MapBrowser browser = MapBrowser.startTraced(TRACE)) {
            browser.forget();
            browser.open(map);
            for (double zoom : ZOOMS) {
                browser.moveTo(72, 40, zoom);
                browser.await(MOVE, zoom + " all");
                browser.find("#table summary").click();
                browser.await(MOVE, zoom + " table");
                browser.find("#table summary").click();
                browser.run("truceline.map.setLayoutProperty('incidents', 'visibility', 'none')");
                browser.moveTo(72, 40, zoom);
                browser.await(MOVE, zoom + " none");
                browser.run("truceline.map.setLayoutProperty('incidents', 'visibility', 'visible')");
            }
        }
    }

    private static void print(JsonNode events) {
        Map<String, JsonNode> marks = new LinkedHashMap<>();
        events.forEach(event -> {
            String name = event.path("name").asString("");
            if (name.startsWith("begin ") || name.startsWith("end ")) {
                marks.putIfAbsent(name, event);
            }
        });
        JsonNode any = marks.values().iterator().next();
        List<JsonNode> tasks = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("name").asString("").endsWith("RunTask"))
                .filter(event -> event.get("pid").equals(any.get("pid"))
                        && event.get("tid").equals(any.get("tid")))
                .toList();
        System.out.println("| zoom | longest task, ms | with the table open | without reports |");
        System.out.println("| --- | --- | --- | --- |");
        for (double zoom : ZOOMS) {
            System.out.printf(
                    "| %s | %.0f | %.0f | %.0f |%n",
                    zoom,
                    longest(tasks, marks, zoom + " all"),
                    longest(tasks, marks, zoom + " table"),
                    longest(tasks, marks, zoom + " none"));
        }
    }

    /** In milliseconds of the processor. */
    private static double longest(List<JsonNode> tasks, Map<String, JsonNode> marks, String part) {
        long begin = time(marks, "begin " + part);
        long end = time(marks, "end " + part);
        return tasks.stream()
                        .filter(task -> task.get("ts").asLong() >= begin
                                && task.get("ts").asLong() < end)
                        .map(task -> task.path("tdur").asLong())
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                / 1000.0;
    }

    private static long time(Map<String, JsonNode> marks, String name) {
        return Objects.requireNonNull(marks.get(name), name).get("ts").asLong();
    }
}
