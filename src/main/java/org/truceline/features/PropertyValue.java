package org.truceline.features;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.truceline.layers.Property;

/** A value that a client compares a property with. */
public sealed interface PropertyValue {
    record Text(String value) implements PropertyValue {}

    record Uuid(UUID value) implements PropertyValue {}

    record Whole(long value) implements PropertyValue {}

    record Decimal(BigDecimal value) implements PropertyValue {}

    record Truth(boolean value) implements PropertyValue {}

    record Day(LocalDate value) implements PropertyValue {}

    record Moment(Instant value) implements PropertyValue {}

    /** More digits than any column holds, and few enough that PostgreSQL reads them in no time. */
    int LONGEST_NUMBER = 64;

    /**
     * Reads a value as the property's type writes it.
     *
     * @throws IllegalArgumentException if the text is no value of this type; the message says what was expected
     */
    static PropertyValue parse(Property property, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text without the character U+0000 is expected");
        }
        return switch (property.type()) {
            case STRING -> new Text(text);
            case UUID -> new Uuid(parseUuid(text));
            case INTEGER -> new Whole(parseWhole(text));
            case NUMBER -> new Decimal(parseDecimal(text));
            case BOOLEAN -> new Truth(parseTruth(text));
            case DATE -> new Day(parseDay(text));
            case DATE_TIME -> new Moment(parseMoment(text));
            case JSON, GEOMETRY, OPAQUE ->
                throw new IllegalArgumentException("the property can't be compared with a value in a URL");
        };
    }

    private static UUID parseUuid(String text) {
        // UUID.fromString also takes shortened groups, which are not what the client meant.
        if (text.length() != 36) {
            throw new IllegalArgumentException("a UUID of 36 characters is expected");
        }
        return UUID.fromString(text);
    }

    private static long parseWhole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("a whole number of at most 64 bits is expected", notWhole);
        }
    }

    private static BigDecimal parseDecimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (text.length() <= LONGEST_NUMBER
                    && Double.isFinite(number.doubleValue())
                    && Math.abs(number.scale()) < 400) {
                return number;
            }
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException("a number is expected", notDecimal);
        }
        throw new IllegalArgumentException("a number that fits into double precision is expected");
    }

    /** GDAL knows no word for a truth value, and asks with a number. */
    private static boolean parseTruth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("true or false is expected");
        };
    }

    /** RFC 3339 §1 has years of four digits; Java reads more, and more than PostgreSQL keeps. */
    private static void requireYear(int year) {
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("a year between 0000 and 9999 is expected");
        }
    }

    private static LocalDate parseDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            requireYear(day.getYear());
            return day;
        } catch (DateTimeException notDay) {
            throw new IllegalArgumentException("a date such as 2021-04-29 is expected", notDay);
        }
    }

    private static Instant parseMoment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            requireYear(moment.getYear());
            return moment.toInstant();
        } catch (DateTimeException notMoment) {
            throw new IllegalArgumentException("a date and time such as 2021-04-29T14:00:00Z is expected", notMoment);
        }
    }
}
