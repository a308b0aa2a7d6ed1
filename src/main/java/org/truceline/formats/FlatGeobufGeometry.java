package org.truceline.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.truceline.features.GeometryShape;
import org.wololo.flatgeobuf.generated.Geometry;

/**
 * Writes geometries from ISO WKB as FlatGeobuf has them (FlatGeobuf 3.0, feature.fbs): easting first, rings as they are.
 * Where the file says that there are heights or measures, one that a position lacks is not a number. The format has no
 * empty geometry: it is none, and an empty part is left out.
 */
final class FlatGeobufGeometry {
    private static final int NONE = 0;

    private final GeometryShape shape;
    private final FlatBufferBuilder builder;
    private final Positions positions;

    /**
     * Writes into the builder.
     *
     * @param shape what the file says of its geometries
     * @param bounds are widened by each position that is written
     */
    FlatGeobufGeometry(GeometryShape shape, Bounds bounds, FlatBufferBuilder builder) {
        this.shape = shape;
        this.builder = builder;
        this.positions = new Positions(bounds);
    }

    /** The geometry's offset; 0 where it is empty. */
    int write(byte[] wkb) {
        return writeGeometry(ByteBuffer.wrap(wkb));
    }

    private int writeGeometry(ByteBuffer wkb) {
        WkbHead head = WkbHead.read(wkb);
        return switch (head.type()) {
            case WkbHead.MULTI_POLYGON, WkbHead.GEOMETRY_COLLECTION, WkbHead.POLYHEDRAL_SURFACE ->
                writeParts(wkb, head);
            default -> writePositions(wkb, head);
        };
    }

    private int writeParts(ByteBuffer wkb, WkbHead head) {
        int[] parts = new int[wkb.getInt()];
        int written = 0;
        for (int i = 0; i < parts.length; i++) {
            int part = writeGeometry(wkb);
            if (part != NONE) {
                parts[written++] = part;
            }
        }
        if (written == 0) {
            return NONE;
        }
        int vector = Geometry.createPartsVector(builder, Arrays.copyOf(parts, written));
        Geometry.startGeometry(builder);
        Geometry.addType(builder, head.type());
        Geometry.addParts(builder, vector);
        return Geometry.endGeometry(builder);
    }

    private int writePositions(ByteBuffer wkb, WkbHead head) {
        positions.clear();
        collect(wkb, head);
        if (positions.count() == 0) {
            return NONE;
        }
        boolean hasEnds =
                head.type() == WkbHead.MULTI_LINE_STRING || head.type() == WkbHead.TIN || positions.parts() > 1;
        int ends = hasEnds ? positions.writeEnds(builder) : NONE;
        int z = shape.hasZ() ? positions.writeZ(builder) : NONE;
        int m = shape.hasM() ? positions.writeM(builder) : NONE;
        int xy = positions.writeXy(builder);
        Geometry.startGeometry(builder);
        Geometry.addType(builder, head.type());
        Geometry.addXy(builder, xy);
        if (ends != NONE) {
            Geometry.addEnds(builder, ends);
        }
        if (z != NONE) {
            Geometry.addZ(builder, z);
        }
        if (m != NONE) {
            Geometry.addM(builder, m);
        }
        return Geometry.endGeometry(builder);
    }

    private void collect(ByteBuffer wkb, WkbHead head) {
        switch (head.type()) {
            case WkbHead.POINT -> positions.add(wkb, head);
            case WkbHead.LINE_STRING -> collectPart(wkb, head);
            case WkbHead.POLYGON, WkbHead.TRIANGLE -> {
                for (int rings = wkb.getInt(); rings > 0; rings--) {
                    collectPart(wkb, head);
                }
            }
            default -> {
                for (int parts = wkb.getInt(); parts > 0; parts--) {
                    collect(wkb, WkbHead.read(wkb));
                }
            }
        }
    }

    private void collectPart(ByteBuffer wkb, WkbHead head) {
        for (int count = wkb.getInt(); count > 0; count--) {
            positions.add(wkb, head);
        }
        positions.endPart();
    }
}
