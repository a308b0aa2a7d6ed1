package org.truceline.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gathers a message in the wire format of Protocol Buffers. Only what vector tiles and letters of maps need of it. */
public final class ProtobufOutput {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** An unsigned number, alone: as a packed field has them. */
    void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number with its sign at the end, so that small ones are short whichever their sign. */
    public static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    public void varint(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
    }

    public void text(int field, String value) {
        bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(int field, byte[] value) {
        bytes(field, value, value.length);
    }

    /** What the other one has gathered, as a message in this one. */
    public void message(int field, ProtobufOutput other) {
        bytes(field, other.bytes, other.length);
    }

    private void bytes(int field, byte[] value, int count) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(count);
        append(value, count);
    }

    /** What the other one has gathered, after this. */
    void append(ProtobufOutput other) {
        append(other.bytes, other.length);
    }

    private void append(byte[] value, int count) {
        reserve(count);
        System.arraycopy(value, 0, bytes, length, count);
        length += count;
    }

    void real(int field, double value) {
        varint(((long) field << 3) | FIXED_64);
        reserve(Double.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(length, value);
        length += Double.BYTES;
    }

    void single(int field, float value) {
        varint(((long) field << 3) | FIXED_32);
        reserve(Float.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(length, value);
        length += Float.BYTES;
    }

    private void reserve(int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
