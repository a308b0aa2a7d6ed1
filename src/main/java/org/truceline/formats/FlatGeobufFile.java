package org.truceline.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.GeometryShape;
import org.truceline.features.PageFacts;
import org.wololo.flatgeobuf.Constants;

/**
 * Writes a FlatGeobuf file with its index. The features should come with neighbours near each other; where they do not,
 * the index is right all the same but finds less quickly. Features without geometry are in no box.
 *
 * <p>Room is left for the index, whose size follows from the number of features; leaves are written beside the features,
 * the nodes above them when all are there.
 */
final class FlatGeobufFile implements FeatureSink {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final FeatureQuery query;
    private final FileChannel file;
    private final Bounds bounds = new Bounds();
    private final ByteBuffer leaves = PackedIndex.newBuffer();
    private final ByteBuffer features = ByteBuffer.allocate(BUFFER_BYTES);
    private GeometryShape shape = new GeometryShape(GeometryShape.ANY, false, false);
    private FlatGeobufFeature encoder;
    private PackedIndex index = new PackedIndex(0);
    private int indexAt;
    private long expected;
    private long written;
    private long leavesEnd;
    private long featuresAt;
    private long featuresEnd;

    /** Writes into an empty file, which is not closed. */
    FlatGeobufFile(FeatureQuery query, FileChannel file) {
        this.query = query;
        this.file = file;
        this.encoder = new FlatGeobufFeature(query, shape);
    }

    @Override
    public void begin(PageFacts facts) {
        shape = facts.shape();
        expected = facts.numberMatched();
        encoder = new FlatGeobufFeature(query, shape);
        index = new PackedIndex(expected);
        Bounds anywhere = new Bounds();
        anywhere.add(0, 0);
        indexAt = header(anywhere).length;
        leavesEnd = indexAt + index.leavesAt();
        featuresAt = indexAt + index.bytes();
        featuresEnd = featuresAt;
    }

    private byte[] header(Bounds of) {
        return new FlatGeobufHeader(query, shape).withIndex(expected, of);
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        written++;
        if (written > expected) {
            throw inconstant();
        }
        ByteBuffer bytes = encoder.encode(row);
        PackedIndex.put(leaves, encoder.bounds(), featuresEnd + features.position() - featuresAt);
        bounds.add(encoder.bounds());
        if (!leaves.hasRemaining()) {
            writeLeaves();
        }
        if (features.remaining() < bytes.remaining()) {
            writeFeatures();
        }
        if (features.remaining() < bytes.remaining()) {
            featuresEnd = FileParts.write(file, bytes, featuresEnd);
        } else {
            features.put(bytes);
        }
    }

    private void writeLeaves() throws IOException {
        leavesEnd = FileParts.write(file, leaves.flip(), leavesEnd);
        leaves.clear();
    }

    private void writeFeatures() throws IOException {
        featuresEnd = FileParts.write(file, features.flip(), featuresEnd);
        features.clear();
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        if (written != expected) {
            throw inconstant();
        }
        writeLeaves();
        writeFeatures();
        index.complete(file, indexAt);
        writeHeader();
    }

    /** Without bounds it is shorter; zeros then follow it, which its length counts. */
    private void writeHeader() throws IOException {
        ByteBuffer header =
                ByteBuffer.allocate(indexAt).order(ByteOrder.LITTLE_ENDIAN).put(header(bounds));
        int lengthAt = Constants.MAGIC_BYTES.length;
        header.putInt(lengthAt, indexAt - lengthAt - Integer.BYTES);
        FileParts.write(file, header.rewind(), 0);
    }

    private IllegalStateException inconstant() {
        return new IllegalStateException("Counted, the layer " + query.layer().id() + " has " + expected
                + " features; read in the same snapshot it has another number: it is a view that changes by itself");
    }
}
