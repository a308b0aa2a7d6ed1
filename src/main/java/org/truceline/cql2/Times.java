package org.truceline.cql2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.truceline.cql2.Expression.Day;
import org.truceline.cql2.Expression.Moment;
import org.truceline.cql2.Expression.OpenEnd;

/** Reads dates and timestamps by RFC 3339, with years of four digits. */
final class Times {
    private static final int DATE_LENGTH = 10;

    private Times() {}

    static Day parseDate(String text, Position position) {
        try {
            if (text.length() == DATE_LENGTH) {
                return new Day(LocalDate.parse(text), position);
            }
        } catch (DateTimeException notDate) {
            // Named below, like a date of another length.
        }
        throw new Cql2ParseException(
                position, Cql2ParseException.quoted(text) + " is no date", "a date such as '2021-04-29'");
    }

    /** The standard wants {@code Z}; other offsets from UTC mean an instant just as well. */
    static Moment parseTimestamp(String text, Position position) {
        try {
            if (text.indexOf('T') == DATE_LENGTH) {
                return new Moment(OffsetDateTime.parse(text).toInstant(), position);
            }
        } catch (DateTimeException notTimestamp) {
            // Named below.
        }
        throw new Cql2ParseException(
                position,
                Cql2ParseException.quoted(text) + " is no timestamp",
                "a timestamp such as '2021-04-29T14:00:00Z'");
    }

    /** An end of an interval: a date, a timestamp, or {@code ..} where it is open. */
    static Expression parseEnd(String text, Position position) {
        if (text.equals("..")) {
            return new OpenEnd(position);
        }
        return text.length() <= DATE_LENGTH ? parseDate(text, position) : parseTimestamp(text, position);
    }
}
