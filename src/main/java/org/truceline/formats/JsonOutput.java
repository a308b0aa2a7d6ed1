package org.truceline.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.truceline.features.ValueSink;

/** Writes values as JSON (RFC 8259): each call one value. */
final class JsonOutput implements ValueSink {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final ByteOutput out;

    JsonOutput(ByteOutput out) {
        this.out = out;
    }

    @Override
    public void absent() throws IOException {
        out.write(NULL);
    }

    @Override
    public void text(byte[] utf8) throws IOException {
        out.write('"');
        int written = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte character = utf8[i];
            // Bytes of characters beyond ASCII are negative.
            if (character == '"' || character == '\\' || (character >= 0 && character < ' ')) {
                out.write(utf8, written, i);
                escape(character);
                written = i + 1;
            }
        }
        out.write(utf8, written, utf8.length);
        out.write('"');
    }

    private void escape(byte character) throws IOException {
        out.write('\\');
        switch (character) {
            case '"', '\\' -> out.write((char) character);
            case '\n' -> out.write('n');
            case '\r' -> out.write('r');
            case '\t' -> out.write('t');
            default -> {
                out.ascii("u00");
                out.write((char) HEXADECIMAL[character >> 4]);
                out.write((char) HEXADECIMAL[character & 0xF]);
            }
        }
    }

    @Override
    public void json(byte[] utf8) throws IOException {
        out.write(utf8);
    }

    @Override
    public void whole(long value) throws IOException {
        out.whole(value);
    }

    /** JSON has no NaN and no infinity (RFC 8259 §6): they are no numbers that a client could use. */
    @Override
    public void real(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.real(value);
        } else {
            absent();
        }
    }

    @Override
    public void single(float value) throws IOException {
        if (Float.isFinite(value)) {
            out.single(value);
        } else {
            absent();
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
        out.write('"');
        TimeOutput.day(LocalDate.ofEpochDay(sinceEpoch), out);
        out.write('"');
    }

    @Override
    public void instant(long seconds, int micros) throws IOException {
        out.write('"');
        TimeOutput.instant(seconds, micros, out);
        out.write('"');
    }

    /** No day and no instant that a client could use. */
    @Override
    public void endless(boolean isFuture) throws IOException {
        absent();
    }
}
