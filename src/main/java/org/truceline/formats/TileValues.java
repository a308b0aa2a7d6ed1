package org.truceline.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a tile layer's features, each kept once (Mapbox Vector Tile 2.1, §4.4). Tiles know texts, numbers and
 * truths; days and instants are texts, and an exact number the double next to it. What is not known has no value.
 */
final class TileValues implements PlainValues {
    private static final int STRING = 1;
    private static final int FLOAT = 2;
    private static final int DOUBLE = 3;
    private static final int UNSIGNED = 5;
    private static final int SIGNED = 6;
    private static final int BOOL = 7;

    private final Map<ByteBuffer, Integer> numberByValue = new HashMap<>();
    private final List<byte[]> all = new ArrayList<>();
    private final ProtobufOutput value = new ProtobufOutput();
    private final ProtobufOutput tags = new ProtobufOutput();
    private int key;
    private int bytes;

    /** Begins a feature. */
    void clear() {
        tags.clear();
    }

    /** The value to come is that of the key of this number. */
    TileValues of(int number) {
        key = number;
        return this;
    }

    /** The feature's pairs of keys and values, by their numbers. */
    ProtobufOutput tags() {
        return tags;
    }

    /** All values of all features, in the order of their numbers. */
    List<byte[]> all() {
        return all;
    }

    /** How long all values are together. */
    int bytes() {
        return bytes;
    }

    private void keep() {
        byte[] written = value.toBytes();
        value.clear();
        int next = all.size();
        Integer known = numberByValue.putIfAbsent(ByteBuffer.wrap(written), next);
        if (known == null) {
            all.add(written);
            bytes += written.length;
        }
        tags.varint(key);
        tags.varint(known == null ? next : known);
    }

    @Override
    public void absent() {}

    @Override
    public void text(byte[] utf8) {
        value.bytes(STRING, utf8);
        keep();
    }

    @Override
    public void whole(long number) {
        if (number < 0) {
            value.varint(SIGNED, ProtobufOutput.zigzag(number));
        } else {
            value.varint(UNSIGNED, number);
        }
        keep();
    }

    @Override
    public void real(double number) {
        value.real(DOUBLE, number);
        keep();
    }

    @Override
    public void single(float number) {
        value.single(FLOAT, number);
        keep();
    }

    @Override
    public void truth(boolean truth) {
        value.varint(BOOL, truth ? 1 : 0);
        keep();
    }

    /** As PostgreSQL writes them; a text like other instants. */
    @Override
    public void endless(boolean isFuture) throws IOException {
        ascii(isFuture ? "infinity" : "-infinity");
    }
}
