package org.truceline.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wololo.flatgeobuf.generated.ColumnType;

/** Gathers the values of one feature as FlatGeobuf has them: the number of the column, then the value, little-endian. */
final class FlatGeobufValues implements PlainValues {
    private static final int INITIAL_BYTES = 4096;

    private final int[] types;
    private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int column;

    /**
     * For all features with these columns.
     *
     * @param types of the columns, by {@link ColumnType}
     */
    FlatGeobufValues(int[] types) {
        this.types = types;
    }

    /** Begins a feature. */
    void clear() {
        bytes.clear();
        column = -1;
    }

    /** Goes on to the next column, whose value is to come. */
    FlatGeobufValues next() {
        column++;
        return this;
    }

    /** What has been gathered, to be read at once. */
    ByteBuffer gathered() {
        return bytes.duplicate().flip();
    }

    private ByteBuffer begin(int length) {
        int needed = Short.BYTES + length;
        if (bytes.remaining() < needed) {
            int capacity = Math.max(bytes.capacity() * 2, bytes.position() + needed);
            bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes.putShort((short) column);
    }

    /** A value that is not there is not known. */
    @Override
    public void absent() {}

    @Override
    public void text(byte[] utf8) {
        begin(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
    }

    @Override
    public void whole(long value) {
        switch (types[column]) {
            case ColumnType.Short -> begin(Short.BYTES).putShort((short) value);
            case ColumnType.Int -> begin(Integer.BYTES).putInt((int) value);
            default -> begin(Long.BYTES).putLong(value);
        }
    }

    @Override
    public void real(double value) {
        begin(Double.BYTES).putDouble(value);
    }

    @Override
    public void single(float value) {
        begin(Float.BYTES).putFloat(value);
    }

    @Override
    public void truth(boolean value) {
        begin(Byte.BYTES).put((byte) (value ? 1 : 0));
    }

    /** The format has no word for it. */
    @Override
    public void endless(boolean isFuture) {
        absent();
    }
}
