package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.truceline.ServerTest;
import org.truceline.geodesy.GeographicTruth;

/** The example's withdrawal areas as they are served, against GeographicLib: a tenth of a metre, all along. */
class ExampleAreasTest extends ServerTest {
    private static final double METERS = 0.1;
    private static final int PLACES = 120;
    private static final long PATIENCE_SECONDS = 120;

    private record Served(
            String id, double meters, double maxErrorMeters, Geometry area, Geometry line, Geometry land) {}

    @Test
    void areWithinATenthOfAMetreOfWhereGeographicLibSays() {
        List<String> wrong = new ArrayList<>();
        List<Served> areas = served();
        for (Served served : areas) {
            assertThat(served.maxErrorMeters).as(served.id).isBetween(0.0, METERS);
            GeographicTruth line = new GeographicTruth(served.line);
            GeographicTruth land = new GeographicTruth(served.land);
            for (Coordinate place : boundary(served.area)) {
                double beyond = line.metersFrom(place.x, place.y) - served.meters;
                // Else the area ends where the land does, of which the line is an edge too.
                if (beyond > METERS || (beyond < -METERS && land.metersFrom(place.x, place.y) > METERS)) {
                    wrong.add(served.id + " at " + place + " is " + beyond + " m beyond its distance");
                }
            }
        }
        assertThat(areas).hasSize(8);
        assertThat(wrong).isEmpty();
    }

    /** Of each claim on the line, when all are computed. */
    private List<Served> served() {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Served> areas = query();
        while (areas.size() < 8 && System.nanoTime() < patience) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            areas = query();
        }
        return areas;
    }

    private List<Served> query() {
        return jdbc().sql("""
                        SELECT w.id, w.computed_distance_m, w.max_error_m, ST_AsBinary(w.geom) AS area,
                               ST_AsBinary(a.geom) AS line, ST_AsBinary(t.geom) AS land
                          FROM layer."withdrawal-areas" w
                          JOIN ceasefire.alignment a ON a.id = w.alignment
                          JOIN ceasefire.territory t ON t.id = w.territory
                         WHERE w.rule LIKE 'kt-%' AND w.reading = 'claim' AND w.status = 'current'
                        """)
                .query((row, number) -> new Served(
                        row.getString("id"),
                        row.getDouble("computed_distance_m"),
                        row.getDouble("max_error_m"),
                        geometry(row.getBytes("area")),
                        geometry(row.getBytes("line")),
                        geometry(row.getBytes("land"))))
                .list();
    }

    private static Geometry geometry(byte[] binary) {
        try {
            return new WKBReader().read(binary);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS sent no geometry", e);
        }
    }

    /** Vertices and middles of edges. */
    private static List<Coordinate> boundary(Geometry area) {
        List<Coordinate> places = new ArrayList<>();
        for (Object component : LinearComponentExtracter.getLines(area)) {
            Coordinate[] ring = ((LineString) component).getCoordinates();
            int step = Math.max(1, ring.length / PLACES);
            for (int i = 1; i < ring.length; i += step) {
                places.add(ring[i]);
                places.add(new Coordinate((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2));
            }
        }
        return places;
    }
}
