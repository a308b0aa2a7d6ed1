package org.truceline.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A time as a report gives it: a local date, perhaps clock times, the offset from UTC of the clock that was read, and how
 * precise that is.
 *
 * <p>It stands for an interval of UTC, never for an instant that nobody reported: to the hour or better it is what the
 * clock said; else the clock time stands for "morning" or "evening" and the interval is the local day, or the part of it
 * that both clock times bound. An evening without an end reaches into the next morning. A day ends with its last second.
 */
record ReportedTime(
        LocalDate date, Optional<LocalTime> from, Optional<LocalTime> to, ZoneOffset offset, String precision) {

    private static final Set<String> PRECISE = Set.of("second", "minute", "hour");
    private static final Set<String> PRECISIONS =
            Stream.concat(PRECISE.stream(), Stream.of("part_of_day", "day")).collect(Collectors.toUnmodifiableSet());
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime NEXT_MORNING = LocalTime.of(6, 0);

    /** Reads local_date, local_time_from, local_time_to, utc_offset, time_precision, and checks utc_from and utc_to. */
    static ReportedTime read(Fields fields) {
        ReportedTime time = new ReportedTime(
                fields.findDate("local_date").orElseThrow(() -> new InvalidField("local_date", "is missing")),
                fields.findTime("local_time_from"),
                fields.findTime("local_time_to"),
                offset(fields.getText("utc_offset")),
                fields.getWord("time_precision", PRECISIONS));
        if (PRECISE.contains(time.precision) && time.from.isEmpty() && time.to.isEmpty()) {
            throw new InvalidField("local_time_from", "is missing, while time_precision is " + time.precision);
        }
        agree("utc_from", fields.findInstant("utc_from"), time.from.map(clock -> time.at(time.date, clock)));
        agree("utc_to", fields.findInstant("utc_to"), time.to.map(clock -> time.at(time.lastDate(), clock)));
        return time;
    }

    private static ZoneOffset offset(String text) {
        try {
            ZoneOffset offset = ZoneOffset.of(text);
            if (offset.getId().matches("[+-]\\d\\d:\\d\\d")) {
                return offset;
            }
        } catch (DateTimeException e) {
            // Told below, with what was expected.
        }
        throw new InvalidField("utc_offset", "is '" + text + "'; expected an offset such as +06:00");
    }

    private static void agree(String field, Optional<OffsetDateTime> utc, Optional<OffsetDateTime> local) {
        if (utc.isPresent() && !utc.map(OffsetDateTime::toInstant).equals(local.map(OffsetDateTime::toInstant))) {
            throw new InvalidField(
                    field,
                    "is " + utc.get() + ", while the local time with its offset is "
                            + local.map(OffsetDateTime::toString).orElse("not given"));
        }
    }

    /** Earliest moment that the report allows. */
    OffsetDateTime start() {
        boolean meant = PRECISE.contains(precision) || to.isPresent();
        return from.filter(clock -> meant).map(clock -> at(date, clock)).orElseGet(() -> at(date, LocalTime.MIN));
    }

    /** Latest moment that the report allows; the start, for an instant. */
    OffsetDateTime end() {
        if (to.isPresent()) {
            return at(lastDate(), to.get());
        }
        if (PRECISE.contains(precision)) {
            return start();
        }
        boolean evening = from.filter(clock -> !clock.isBefore(EVENING)).isPresent();
        return evening ? at(date.plusDays(1), NEXT_MORNING) : at(date, LAST_SECOND);
    }

    /** The end of the local day of the latest moment that the report allows. */
    OffsetDateTime endOfDay() {
        LocalDate lastDay = end().withOffsetSameInstant(offset).toLocalDate();
        return at(lastDay.plusDays(1), LocalTime.MIN);
    }

    /** As reported, such as {@code 2021-04-29, 13:05 UTC+05:00}: nothing that a program takes for a timestamp. */
    String text() {
        return date + ","
                + from.map(clock -> " " + clock).orElse("")
                + to.map(clock -> (from.isPresent() ? "–" : " until ") + clock).orElse("")
                + " UTC" + offset;
    }

    /** A clock time before the first one is of the next day. */
    private LocalDate lastDate() {
        return from.flatMap(start -> to.filter(end -> end.isBefore(start))).isPresent() ? date.plusDays(1) : date;
    }

    private OffsetDateTime at(LocalDate day, LocalTime clock) {
        return LocalDateTime.of(day, clock).atOffset(offset).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
