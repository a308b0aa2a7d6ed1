package org.truceline.ogcapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.truceline.features.TimeInterval;

/**
 * The parameter {@code datetime} (OGC API – Features Part 1, §7.15.4): an instant, a day, or two of them with a slash
 * between, {@code ..} or nothing standing for an open end. A day means the whole day in UTC.
 */
final class DatetimeParameter {
    private static final String EXPECTED = "expected is a date or an RFC 3339 date-time, or an interval of two of them,"
            + " such as 2021-04-28/2021-05-01 or 2021-04-29T14:00:00Z/..";

    /** RFC 3339 §1 has years of four digits; Java reads more, and more than PostgreSQL keeps. */
    private static final int LAST_YEAR = 9999;

    /** RFC 3339 §5.6 lets t and z be small. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .toFormatter(java.util.Locale.ROOT);

    private DatetimeParameter() {}

    /**
     * Reads the parameter's value.
     *
     * @throws IllegalArgumentException if it is none, or if its start is later than its end
     */
    static TimeInterval parse(String text) {
        String[] ends = text.split("/", -1);
        return switch (ends.length) {
            case 1 -> new TimeInterval(Optional.of(first(text)), Optional.of(last(text)));
            case 2 ->
                new TimeInterval(
                        isOpen(ends[0]) ? Optional.empty() : Optional.of(first(ends[0])),
                        isOpen(ends[1]) ? Optional.empty() : Optional.of(last(ends[1])));
            default -> throw new IllegalArgumentException(EXPECTED);
        };
    }

    /**
     * Reads one instant, cut to PostgreSQL's smallest step.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Instant parseMoment(String text) {
        try {
            return instant(text).truncatedTo(ChronoUnit.MICROS);
        } catch (IllegalArgumentException notInstant) {
            throw new IllegalArgumentException("expected is an instant, as 2021-05-01T12:00:00Z", notInstant);
        }
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant first(String text) {
        return isDay(text) ? startOf(day(text)) : instant(text);
    }

    /** The end of a day is its last microsecond, PostgreSQL's smallest step. */
    private static Instant last(String text) {
        return isDay(text) ? startOf(day(text).plusDays(1)).minusNanos(1000) : instant(text);
    }

    private static boolean isDay(String text) {
        return text.length() == "2021-04-29".length() || isDayWithoutTime(text);
    }

    /** GDAL up to 3.6 writes a day as {@code 2021-04-29T}. */
    private static boolean isDayWithoutTime(String text) {
        return text.length() == "2021-04-29T".length() && text.endsWith("T");
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(isDayWithoutTime(text) ? text.substring(0, text.length() - 1) : text);
        } catch (DateTimeException notDay) {
            throw new IllegalArgumentException(EXPECTED, notDay);
        }
    }

    private static Instant instant(String text) {
        try {
            // A + that nobody encoded has become a space on its way through the URL.
            OffsetDateTime parsed = OffsetDateTime.parse(text.replace(' ', '+'), DATE_TIME);
            if (parsed.getYear() < 0 || parsed.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException(EXPECTED);
            }
            return parsed.toInstant();
        } catch (DateTimeException notInstant) {
            throw new IllegalArgumentException(EXPECTED, notInstant);
        }
    }
}
