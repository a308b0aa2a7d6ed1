package org.truceline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.GeometryShape;
import org.truceline.features.PageFacts;

/** Writes features as FlatGeobuf without an index, as they come. */
final class FlatGeobufStream implements FeatureSink {
    private final FeatureQuery query;
    private final OutputStream out;
    private FlatGeobufFeature feature;

    FlatGeobufStream(FeatureQuery query, OutputStream out) {
        this.query = query;
        this.out = out;
        this.feature = new FlatGeobufFeature(query, new GeometryShape(GeometryShape.ANY, false, false));
    }

    @Override
    public void begin(PageFacts facts) throws IOException {
        GeometryShape shape = facts.shape();
        feature = new FlatGeobufFeature(query, shape);
        out.write(new FlatGeobufHeader(query, shape).withoutIndex());
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        ByteBuffer bytes = feature.encode(row);
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        out.flush();
    }
}
