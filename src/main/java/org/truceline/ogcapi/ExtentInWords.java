package org.truceline.ogcapi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.truceline.features.LayerExtent;
import org.truceline.features.TimeInterval;

/**
 * Where and when a layer's features are, for people.
 *
 * @param box longitudes and latitudes in degrees; empty where no feature has a place
 * @param time days in UTC; empty where no time is known
 */
record ExtentInWords(String box, String time) {
    static ExtentInWords of(Optional<LayerExtent> extent) {
        return new ExtentInWords(
                extent.flatMap(LayerExtent::box).map(ExtentInWords::describe).orElse(""),
                extent.flatMap(LayerExtent::time).map(ExtentInWords::describe).orElse(""));
    }

    private static String describe(LayerExtent.Box box) {
        return String.format(
                Locale.ENGLISH,
                "longitude %.3f to %.3f, latitude %.3f to %.3f",
                box.west(),
                box.east(),
                box.south(),
                box.north());
    }

    private static String describe(TimeInterval time) {
        String start = time.start().map(ExtentInWords::day).orElse("");
        String end = time.end().map(ExtentInWords::day).orElse("");
        if (end.isEmpty()) {
            return start + " and on, without an end";
        }
        return start.isEmpty() ? "until " + end : start.equals(end) ? start : start + " to " + end;
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
