package org.truceline.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The positions of one geometry or part, in arrays that are used again for the next one. */
final class Positions {
    private static final int INITIAL = 64;

    private final Bounds bounds;
    private double[] xy = new double[2 * INITIAL];
    private double[] z = new double[INITIAL];
    private double[] m = new double[INITIAL];
    private int[] ends = new int[INITIAL];
    private int count;
    private int parts;

    /** Widens these bounds by each position. */
    Positions(Bounds bounds) {
        this.bounds = bounds;
    }

    void clear() {
        count = 0;
        parts = 0;
    }

    int count() {
        return count;
    }

    /** How many parts have ended. */
    int parts() {
        return parts;
    }

    /** Takes the position that stands next, unless it is that of an empty point. What it lacks is not a number. */
    void add(ByteBuffer wkb, WkbHead head) {
        double easting = wkb.getDouble();
        double northing = wkb.getDouble();
        double height = head.hasZ() ? wkb.getDouble() : Double.NaN;
        double measure = head.hasM() ? wkb.getDouble() : Double.NaN;
        if (Double.isNaN(easting)) {
            return;
        }
        if (count == z.length) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
            z = Arrays.copyOf(z, 2 * z.length);
            m = Arrays.copyOf(m, 2 * m.length);
        }
        xy[2 * count] = easting;
        xy[2 * count + 1] = northing;
        z[count] = height;
        m[count] = measure;
        count++;
        bounds.add(easting, northing);
    }

    /** Ends a part, if any position has come since the last one ended. */
    void endPart() {
        if (count == (parts == 0 ? 0 : ends[parts - 1])) {
            return;
        }
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[parts++] = count;
    }

    int writeXy(FlatBufferBuilder builder) {
        return write(xy, 2 * count, builder);
    }

    int writeZ(FlatBufferBuilder builder) {
        return write(z, count, builder);
    }

    int writeM(FlatBufferBuilder builder) {
        return write(m, count, builder);
    }

    int writeEnds(FlatBufferBuilder builder) {
        builder.createUnintializedVector(Integer.BYTES, parts, Integer.BYTES)
                .asIntBuffer()
                .put(ends, 0, parts);
        return builder.endVector();
    }

    private static int write(double[] values, int count, FlatBufferBuilder builder) {
        builder.createUnintializedVector(Double.BYTES, count, Double.BYTES)
                .asDoubleBuffer()
                .put(values, 0, count);
        return builder.endVector();
    }
}
