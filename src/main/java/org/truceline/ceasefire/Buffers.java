package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ceasefire.Band.Ends;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicBuffer;
import org.truceline.geodesy.GeodesicCorridor;
import org.truceline.geodesy.MeasuredArea;
import org.truceline.geodesy.Side;
import org.truceline.geodesy.Watch;

/** What lies within a distance of a geometry, on the ellipsoid; the last few are kept. */
final class Buffers {
    /** Both sides of three bands. */
    private static final int KEPT = 6;

    private final double toleranceMeters;
    private final Watch watch;
    private final Map<Question, Extent> known = new LinkedHashMap<>(KEPT, 0.75f, true);

    Buffers(double toleranceMeters) {
        this(toleranceMeters, Watch.silent());
    }

    Buffers(double toleranceMeters, Watch watch) {
        this.toleranceMeters = toleranceMeters;
        this.watch = watch;
    }

    /** Geometries are equal when their coordinates are: an alignment that has moved is asked for anew. */
    private record Question(Geometry from, double meters, Ends ends, Optional<Side> side) {}

    /** On both sides of lines, all around points and polygons. */
    Extent around(Geometry from, double meters, Ends ends) {
        return find(new Question(from, meters, ends, Optional.empty()), () -> switch (ends) {
            case ROUND -> GeodesicBuffer.of(from, Edges.STRAIGHT, meters, toleranceMeters, watch);
            case FLAT -> GeodesicCorridor.of(from, Edges.STRAIGHT, meters, meters, toleranceMeters, watch);
        });
    }

    /**
     * On one side of lines, in their direction.
     *
     * @param side {@link Side#LEFT} or {@link Side#RIGHT}
     * @throws IllegalArgumentException where the lines come so near to themselves that a left side faces a right one
     */
    Extent beside(Geometry from, Side side, double meters, Ends ends) {
        return find(new Question(from, meters, ends, Optional.of(side)), () -> switch (ends) {
            case ROUND -> GeodesicCorridor.side(from, Edges.STRAIGHT, side, meters, toleranceMeters, watch);
            case FLAT ->
                GeodesicCorridor.of(
                        from,
                        Edges.STRAIGHT,
                        side == Side.LEFT ? meters : 0,
                        side == Side.RIGHT ? meters : 0,
                        toleranceMeters,
                        watch);
        });
    }

    private Extent find(Question question, Supplier<MeasuredArea> computation) {
        Extent found = known.get(question);
        if (found == null) {
            MeasuredArea computed = computation.get();
            found = Extent.of(computed.area(), computed.maxErrorMeters());
            known.put(question, found);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return found;
    }
}
