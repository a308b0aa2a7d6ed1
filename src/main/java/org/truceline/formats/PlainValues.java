package org.truceline.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.truceline.features.ValueSink;

/**
 * Values for a format that knows texts, truths and binary numbers only: days and instants become texts by ISO 8601, an exact
 * number the double next to it, a document its text.
 */
interface PlainValues extends ValueSink {
    @Override
    default void json(byte[] utf8) throws IOException {
        text(utf8);
    }

    @Override
    default void decimal(byte[] digits) throws IOException {
        real(Double.parseDouble(new String(digits, StandardCharsets.US_ASCII)));
    }

    @Override
    default void day(long sinceEpoch) throws IOException {
        ascii(LocalDate.ofEpochDay(sinceEpoch).toString());
    }

    @Override
    default void instant(long seconds, int micros) throws IOException {
        ascii(Instant.ofEpochSecond(seconds, micros * 1000L).toString());
    }

    /** A text of letters, digits and signs of ASCII. */
    default void ascii(String text) throws IOException {
        text(text.getBytes(StandardCharsets.US_ASCII));
    }
}
