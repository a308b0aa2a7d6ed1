package org.truceline.features;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * Equal steps of time, of whole days in UTC or of whole months. They are counted from Monday, 1 January 2001, so that
 * seven days are a week from Monday to Sunday (ISO 8601), three months a quarter, and a hundred years a century.
 *
 * @param number of days or months in a step
 */
public record TimeStep(int number, boolean areMonths) {
    /** More than there is history to count. */
    private static final int MOST = 1_000_000;

    private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    public TimeStep {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a step has from 1 to " + MOST + " days or months");
        }
    }

    /**
     * Reads a duration of ISO 8601 in days, weeks, months or years.
     *
     * @throws IllegalArgumentException if it isn't one, or is one of days and months together
     */
    public static TimeStep parse(String text) {
        String expected = "expected is a duration as P1D, P1W, P1M or P1Y";
        try {
            Period period = Period.parse(text);
            long days = period.get(ChronoUnit.DAYS);
            long months = period.toTotalMonths();
            if ((months == 0) == (days == 0)) {
                throw new IllegalArgumentException(expected);
            }
            return new TimeStep(Math.toIntExact(months == 0 ? days : months), months != 0);
        } catch (DateTimeException | ArithmeticException noDuration) {
            throw new IllegalArgumentException(expected, noDuration);
        }
    }

    /** The first day of a step, by its number: of that which begins with the year 2001 it is 0, of those before negative. */
    LocalDate firstDay(int index) {
        long units = (long) index * number;
        return areMonths ? FIRST.plusMonths(units) : FIRST.plusDays(units);
    }
}
