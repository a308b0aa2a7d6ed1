package org.truceline.formats;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Writes days and instants as RFC 3339 does: ISO 8601, instants in UTC with as many decimals as they need. */
final class TimeOutput {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int LAST_PLAIN_YEAR = 9999;

    private TimeOutput() {}

    static void day(LocalDate day, ByteOutput out) throws IOException {
        if (day.getYear() < 0 || day.getYear() > LAST_PLAIN_YEAR) {
            // ISO 8601 gives such years a sign.
            out.ascii(day.toString());
            return;
        }
        out.padded(day.getYear(), 4);
        out.write('-');
        out.padded(day.getMonthValue(), 2);
        out.write('-');
        out.padded(day.getDayOfMonth(), 2);
    }

    static void instant(long seconds, int micros, ByteOutput out) throws IOException {
        if (micros != 0) {
            out.ascii(Instant.ofEpochSecond(seconds)
                    .plus(micros, ChronoUnit.MICROS)
                    .toString());
            return;
        }
        day(LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY)), out);
        int ofDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
        out.write('T');
        out.padded(ofDay / 3600, 2);
        out.write(':');
        out.padded(ofDay / 60 % 60, 2);
        out.write(':');
        out.padded(ofDay % 60, 2);
        out.write('Z');
    }
}
