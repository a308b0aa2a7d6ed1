package org.truceline.formats;

import java.io.IOException;
import java.time.LocalDate;
import org.truceline.features.ValueSink;

/**
 * Writes values as fields of CSV (RFC 4180 §2). A value that is not known is an empty field, an empty text a field of two
 * quotes, as PostgreSQL has it. Numbers are left as they are; a text that a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV Injection).
 */
final class CsvOutput implements ValueSink {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private final ByteOutput out;

    CsvOutput(ByteOutput out) {
        this.out = out;
    }

    @Override
    public void absent() {}

    @Override
    public void text(byte[] utf8) throws IOException {
        boolean looksLikeFormula = utf8.length > 0 && STARTS_OF_FORMULAS.indexOf(utf8[0]) >= 0;
        boolean isQuoted = needsQuotes(utf8);
        if (isQuoted) {
            out.write('"');
        }
        if (looksLikeFormula) {
            out.write('\'');
        }
        writeWithQuotesDoubled(utf8);
        if (isQuoted) {
            out.write('"');
        }
    }

    /** Where spaces at the ends matter some programs drop them if there are no quotes around. */
    private static boolean needsQuotes(byte[] utf8) {
        if (utf8.length == 0 || utf8[0] == ' ' || utf8[utf8.length - 1] == ' ') {
            return true;
        }
        for (byte character : utf8) {
            if (character == '"' || character == ',' || character == '\n' || character == '\r') {
                return true;
            }
        }
        return false;
    }

    private void writeWithQuotesDoubled(byte[] utf8) throws IOException {
        int written = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '"') {
                out.write(utf8, written, i + 1);
                written = i;
            }
        }
        out.write(utf8, written, utf8.length);
    }

    /** No JSON text begins a formula: what begins with a sign is a number. */
    @Override
    public void json(byte[] utf8) throws IOException {
        if (needsQuotes(utf8)) {
            out.write('"');
            writeWithQuotesDoubled(utf8);
            out.write('"');
        } else {
            out.write(utf8);
        }
    }

    @Override
    public void whole(long value) throws IOException {
        out.whole(value);
    }

    @Override
    public void real(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.real(value);
        } else {
            out.ascii(Double.toString(value));
        }
    }

    @Override
    public void single(float value) throws IOException {
        if (Float.isFinite(value)) {
            out.single(value);
        } else {
            out.ascii(Float.toString(value));
        }
    }

    @Override
    public void decimal(byte[] digits) throws IOException {
        out.write(digits);
    }

    @Override
    public void truth(boolean value) throws IOException {
        out.ascii(value ? "true" : "false");
    }

    @Override
    public void day(long sinceEpoch) throws IOException {
        TimeOutput.day(LocalDate.ofEpochDay(sinceEpoch), out);
    }

    @Override
    public void instant(long seconds, int micros) throws IOException {
        TimeOutput.instant(seconds, micros, out);
    }

    /** As the database calls them. */
    @Override
    public void endless(boolean isFuture) throws IOException {
        out.ascii(isFuture ? "infinity" : "-infinity");
    }
}
