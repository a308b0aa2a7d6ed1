package org.truceline.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.GeometryShape;
import org.wololo.flatgeobuf.generated.Feature;

/** Encodes features as FlatGeobuf has them, each with its length before it. */
final class FlatGeobufFeature {
    private static final int INITIAL_BYTES = 16 * 1024;

    private final FlatBufferBuilder builder = new FlatBufferBuilder(INITIAL_BYTES);
    private final Bounds bounds = new Bounds();
    private final FlatGeobufGeometry geometry;
    private final FlatGeobufValues values;
    private final int properties;

    FlatGeobufFeature(FeatureQuery query, GeometryShape shape) {
        this.geometry = new FlatGeobufGeometry(shape, bounds, builder);
        this.values = new FlatGeobufValues(FlatGeobufColumns.list(query).stream()
                .mapToInt(FlatGeobufColumns::type)
                .toArray());
        this.properties = query.output().properties().size();
    }

    /** The bounds of the feature that was encoded last. */
    Bounds bounds() {
        return bounds;
    }

    /** The bytes, which are good until the next feature is encoded. */
    ByteBuffer encode(FeatureRow row) throws IOException {
        builder.clear();
        bounds.clear();
        Optional<byte[]> wkb = row.geometry();
        int geometryOffset = wkb.isPresent() ? geometry.write(wkb.get()) : 0;
        values.clear();
        row.id(values.next());
        for (int i = 0; i < properties; i++) {
            row.value(i, values.next());
        }
        int propertiesOffset = builder.createByteVector(values.gathered());
        Feature.startFeature(builder);
        Feature.addGeometry(builder, geometryOffset);
        Feature.addProperties(builder, propertiesOffset);
        Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
        return builder.dataBuffer();
    }
}
