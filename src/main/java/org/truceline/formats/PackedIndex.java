package org.truceline.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The index of a FlatGeobuf file, a packed R-tree: nodes of equal size, the root first, the leaves last. A node is a box,
 * and where what it stands for begins: a leaf's feature by its byte, another node's first child by its number.
 *
 * <p>Leaves may stand in any order; those of neighbours should be near each other, which is the order of the features.
 */
final class PackedIndex {
    /** How many children a node has. */
    static final int NODE_SIZE = 16;

    static final int NODE_BYTES = 4 * Double.BYTES + Long.BYTES;

    /** A multiple of what makes one node of the next level. */
    private static final int BUFFER_BYTES = 100 * NODE_SIZE * NODE_BYTES;

    /** How many nodes each level has, the leaves first. */
    private final List<Long> levels = new ArrayList<>();

    PackedIndex(long features) {
        if (features == 0) {
            return;
        }
        long nodes = features;
        levels.add(nodes);
        do {
            nodes = (nodes + NODE_SIZE - 1) / NODE_SIZE;
            levels.add(nodes);
        } while (nodes > 1);
    }

    long bytes() {
        return NODE_BYTES * levels.stream().mapToLong(Long::longValue).sum();
    }

    /** Where the leaves begin, from the beginning of the index. */
    long leavesAt() {
        return levels.isEmpty() ? 0 : bytes() - NODE_BYTES * levels.get(0);
    }

    static void put(ByteBuffer nodes, Bounds bounds, long offset) {
        nodes.putDouble(bounds.minimumX())
                .putDouble(bounds.minimumY())
                .putDouble(bounds.maximumX())
                .putDouble(bounds.maximumY())
                .putLong(offset);
    }

    static ByteBuffer newBuffer() {
        return ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes all nodes above the leaves, which are in the file already. */
    void complete(FileChannel file, long indexAt) throws IOException {
        long at = leavesAt();
        for (int level = 0; level + 1 < levels.size(); level++) {
            long above = at - NODE_BYTES * levels.get(level + 1);
            makeParents(file, indexAt, at, levels.get(level), above);
            at = above;
        }
    }

    private static void makeParents(FileChannel file, long indexAt, long at, long nodes, long above)
            throws IOException {
        ByteBuffer children = newBuffer();
        ByteBuffer parents = newBuffer();
        long writtenTo = indexAt + above;
        for (long done = 0; done < nodes; ) {
            children.clear().limit((int) Math.min(children.capacity(), (nodes - done) * NODE_BYTES));
            FileParts.read(file, children, indexAt + at + done * NODE_BYTES);
            parents.clear();
            while (children.hasRemaining()) {
                long first = at / NODE_BYTES + done;
                int family = Math.min(NODE_SIZE, children.remaining() / NODE_BYTES);
                put(parents, around(children, family), first);
                done += family;
            }
            writtenTo = FileParts.write(file, parents.flip(), writtenTo);
        }
    }

    private static Bounds around(ByteBuffer nodes, int count) {
        Bounds bounds = new Bounds();
        for (int i = 0; i < count; i++) {
            bounds.add(nodes.getDouble(), nodes.getDouble(), nodes.getDouble(), nodes.getDouble());
            nodes.getLong();
        }
        return bounds;
    }
}
