package org.truceline.cql2;

import java.math.BigDecimal;

/** Reads numbers, and only those that a database reads in no time. */
final class Numbers {
    /** More digits than any column holds. */
    static final int LONGEST = 64;

    private Numbers() {}

    /** Reads digits with or without a fraction and an exponent, such as {@code 12.5e-3}. */
    static BigDecimal parse(String text, Position position) {
        if (text.length() > LONGEST) {
            throw new Cql2ParseException(
                    position,
                    "the number " + Cql2ParseException.quoted(text) + " is too long",
                    "a number of at most " + LONGEST + " characters");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Double.isFinite(number.doubleValue()) && Math.abs((long) number.scale()) < 400) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            // Only an exponent beyond all bounds gets here: the rest was read as a number before.
        }
        throw new Cql2ParseException(
                position,
                "the number " + Cql2ParseException.quoted(text) + " is out of range",
                "a number that fits into double precision");
    }
}
