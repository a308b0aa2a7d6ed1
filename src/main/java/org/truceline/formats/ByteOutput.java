package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.NumberOutput;

/** Gathers the bytes of an answer in one buffer, and writes numbers into it without making texts of them first. */
final class ByteOutput {
    private static final int CAPACITY = 16 * 1024;
    private static final int MOST_DIGITS = 20;

    /** All powers of ten that a long holds; a double holds them exactly too. */
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int length;

    ByteOutput(OutputStream out) {
        this.out = out;
    }

    void write(char ascii) throws IOException {
        if (length == CAPACITY) {
            flushBuffer();
        }
        buffer[length++] = (byte) ascii;
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(byte[] bytes, int from, int to) throws IOException {
        int count = to - from;
        if (count > CAPACITY - length) {
            flushBuffer();
            if (count > CAPACITY) {
                out.write(bytes, from, count);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
    }

    void ascii(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void whole(long value) throws IOException {
        if (value == Long.MIN_VALUE) {
            ascii(Long.toString(value));
            return;
        }
        reserve(MOST_DIGITS);
        if (value < 0) {
            buffer[length++] = '-';
        }
        digits(Math.abs(value), 1);
    }

    /** A whole number that is not negative, with zeros before it up to a width. */
    void padded(int value, int width) throws IOException {
        reserve(MOST_DIGITS);
        digits(value, width);
    }

    /** The fewest digits that name this number and no other, with a point or an exponent: a finite number. */
    void real(double value) throws IOException {
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-3 && magnitude < 1e7) {
            int decimals = decimals(magnitude);
            // Both are whole numbers that a double holds exactly, so their quotient is the double next to the decimal
            // number that they make. Being the same one, and having no more than 15 digits, that decimal number names
            // this double; and no shorter one does, for it would be one of 15 digits as well, with zeros at its end.
            double scaled = Math.rint(magnitude * POWERS[decimals]);
            if (scaled / POWERS[decimals] == magnitude) {
                decimal(value < 0, (long) scaled, decimals);
                return;
            }
        }
        ascii(NumberOutput.toString(value, true));
    }

    void single(float value) throws IOException {
        ascii(NumberOutput.toString(value, true));
    }

    /** As many as make 15 digits, together with those before the point. */
    private static int decimals(double magnitude) {
        int decimals = 15;
        for (long power = 1; magnitude >= power; power *= 10) {
            decimals--;
        }
        return decimals;
    }

    private void decimal(boolean isNegative, long scaled, int decimals) throws IOException {
        reserve(MOST_DIGITS + 2);
        if (isNegative) {
            buffer[length++] = '-';
        }
        digits(scaled / POWERS[decimals], 1);
        buffer[length++] = '.';
        long fraction = scaled % POWERS[decimals];
        int width = decimals;
        while (width > 1 && fraction % 10 == 0) {
            fraction /= 10;
            width--;
        }
        digits(fraction, width);
    }

    /** The number's digits, at least so many; there is room for them. */
    private void digits(long number, int leastWidth) {
        int width = Math.max(leastWidth, width(number));
        long rest = number;
        for (int at = length + width - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
    }

    private static int width(long number) {
        int width = 1;
        while (width < POWERS.length && number >= POWERS[width]) {
            width++;
        }
        return width;
    }

    private void reserve(int bytes) throws IOException {
        if (bytes > CAPACITY - length) {
            flushBuffer();
        }
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    /** Hands everything on. */
    void flush() throws IOException {
        flushBuffer();
        out.flush();
    }
}
