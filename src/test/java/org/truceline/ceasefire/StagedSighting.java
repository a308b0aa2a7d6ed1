package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sighting on the stage of {@code compliance-stage.sql}: a tank of West's on 1 June 2022, unless it says otherwise. */
final class StagedSighting {
    private static final double METERS_PER_DEGREE = 111_319.490793;
    private static final double METERS_PER_DEGREE_OF_MERIDIAN = 110_574.275822;

    private final Map<String, Object> columns = new LinkedHashMap<>();

    StagedSighting(String id) {
        with("id", id)
                .with("dataset_id", "stage-one")
                .with("summary", id)
                .with("party_id", "west")
                .with("equipment_class_id", "tank")
                .with("time_precision", "day")
                .from("2022-06-01T00:00Z", "2022-06-01T23:59:59Z");
    }

    StagedSighting with(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    StagedSighting without(String column) {
        columns.remove(column);
        return this;
    }

    StagedSighting from(String start, String end) {
        return with("time_start", start).with("time_end", end);
    }

    StagedSighting counted(int count, String qualifier) {
        return with("observed_count", count).with("count_qualifier", qualifier);
    }

    /** A point on the equator, so many metres west of the first claim's line, within a radius of 95 %. */
    StagedSighting west(double meters, double radius) {
        return with("point", point(meters)).with("uncertainty_m", radius);
    }

    /** A point within 100 m, so many metres east and north of a place on the equator. */
    StagedSighting at(double longitude, double eastMeters, double northMeters) {
        return with(
                        "point",
                        "SRID=4326;POINT (%s %s)"
                                .formatted(
                                        longitude + eastMeters / METERS_PER_DEGREE,
                                        northMeters / METERS_PER_DEGREE_OF_MERIDIAN))
                .with("uncertainty_m", 100);
    }

    StagedSighting of(String equipmentClass) {
        return with("equipment_class_id", equipmentClass);
    }

    StagedSighting sector(double metersWest, double bearing, double error, double near, double far) {
        return with("observer_point", point(metersWest))
                .with("bearing_deg", bearing)
                .with("bearing_error_deg", error)
                .with("range_from_m", near)
                .with("range_to_m", far);
    }

    /** A strip along the equator between two distances from the first claim's line. */
    StagedSighting strip(double fromMeters, double toMeters) {
        double west = longitude(toMeters);
        double east = longitude(fromMeters);
        return with(
                "area",
                "SRID=4326;MULTIPOLYGON (((%1$s -0.001, %2$s -0.001, %2$s 0.001, %1$s 0.001, %1$s -0.001)))"
                        .formatted(west, east));
    }

    void save(JdbcClient jdbc) {
        String values = columns.keySet().stream()
                .map(column -> switch (column) {
                    case "time_start", "time_end" -> ":" + column + "::timestamptz";
                    case "point", "observer_point", "area" -> ":" + column + "::geometry";
                    default -> ":" + column;
                })
                .collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO ceasefire.sighting (" + String.join(", ", columns.keySet()) + ") VALUES (" + values + ")")
                .params(columns)
                .update();
    }

    private static String point(double metersWest) {
        return "SRID=4326;POINT (" + longitude(metersWest) + " 0)";
    }

    private static double longitude(double metersWest) {
        return 20 - metersWest / METERS_PER_DEGREE;
    }
}
