package org.truceline.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.truceline.features.FeatureQuery;
import org.truceline.features.GeometryShape;
import org.truceline.layers.Property;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * What a FlatGeobuf file begins with: what its features have in common (FlatGeobuf 3.0, header.fbs).
 *
 * @param shape of the geometries
 */
record FlatGeobufHeader(FeatureQuery query, GeometryShape shape) {
    private static final int INITIAL_BYTES = 4096;
    private static final int NO_INDEX = 0;
    private static final int UNKNOWN_COUNT = 0;

    /** For features that are written as they come, and may end anywhere. */
    byte[] withoutIndex() {
        return write(UNKNOWN_COUNT, NO_INDEX, new Bounds());
    }

    /**
     * For features whose index stands after the header.
     *
     * @param bounds of all features
     */
    byte[] withIndex(long features, Bounds bounds) {
        return write(features, features == 0 ? NO_INDEX : PackedIndex.NODE_SIZE, bounds);
    }

    private byte[] write(long features, int nodeSize, Bounds bounds) {
        FlatBufferBuilder builder = new FlatBufferBuilder(INITIAL_BYTES);
        // As long with zeros as with values: it is written twice where the bounds are known only at the end.
        builder.forceDefaults(true);
        int name = builder.createString(query.layer().id());
        int title = builder.createString(query.layer().title());
        int description = builder.createString(query.layer().text().description());
        int columns = columns(builder);
        int organization = builder.createString("EPSG");
        Crs.startCrs(builder);
        Crs.addOrg(builder, organization);
        Crs.addCode(builder, query.output().srid());
        int crs = Crs.endCrs(builder);
        int envelope = bounds.isEmpty()
                ? 0
                : Header.createEnvelopeVector(
                        builder,
                        new double[] {bounds.minimumX(), bounds.minimumY(), bounds.maximumX(), bounds.maximumY()});
        Header.startHeader(builder);
        Header.addName(builder, name);
        Header.addTitle(builder, title);
        Header.addDescription(builder, description);
        if (envelope != 0) {
            Header.addEnvelope(builder, envelope);
        }
        Header.addGeometryType(builder, geometryType(shape.type()));
        Header.addHasZ(builder, shape.hasZ());
        Header.addHasM(builder, shape.hasM());
        Header.addColumns(builder, columns);
        Header.addFeaturesCount(builder, features);
        Header.addIndexNodeSize(builder, nodeSize);
        Header.addCrs(builder, crs);
        Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
        byte[] header = builder.sizedByteArray();
        return ByteBuffer.allocate(Constants.MAGIC_BYTES.length + header.length)
                .put(Constants.MAGIC_BYTES)
                .put(header)
                .array();
    }

    private int columns(FlatBufferBuilder builder) {
        List<Property> columns = FlatGeobufColumns.list(query);
        int[] offsets = new int[columns.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = FlatGeobufColumns.write(columns.get(i), i == 0, builder);
        }
        return Header.createColumnsVector(builder, offsets);
    }

    private static int geometryType(String type) {
        return Math.max(
                GeometryType.Unknown, Arrays.asList(GeometryType.names).indexOf(type.equals("Tin") ? "TIN" : type));
    }
}
