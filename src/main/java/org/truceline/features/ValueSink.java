package org.truceline.features;

import java.io.IOException;

/** Takes one value of a feature as what it is, without an object between. Texts are UTF-8, and not to be changed. */
public interface ValueSink {
    /** The value is not known: NULL. */
    void absent() throws IOException;

    void text(byte[] utf8) throws IOException;

    /** A JSON text: a document, an array, or a further geometry as GeoJSON. */
    void json(byte[] utf8) throws IOException;

    void whole(long value) throws IOException;

    /** Not a number, and the infinities, are among them. */
    void real(double value) throws IOException;

    /** A number in single precision: its shortest text is not that of the same number in double precision. */
    void single(float value) throws IOException;

    /** An exact number: an optional sign, digits, and perhaps a point and digits. Never not-a-number or infinite. */
    void decimal(byte[] digits) throws IOException;

    void truth(boolean value) throws IOException;

    /** A day of the proleptic Gregorian calendar, counted from 1970-01-01. */
    void day(long sinceEpoch) throws IOException;

    /**
     * An instant of the proleptic Gregorian calendar, in UTC.
     *
     * @param seconds from 1970-01-01T00:00:00Z
     * @param micros from 0 to 999,999, later than that
     */
    void instant(long seconds, int micros) throws IOException;

    /** PostgreSQL's {@code infinity} or {@code -infinity}, where a day or an instant could stand. */
    void endless(boolean isFuture) throws IOException;
}
