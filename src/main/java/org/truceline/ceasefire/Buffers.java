package org.truceline.ceasefire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ceasefire.Band.Ends;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicBuffer;
import org.truceline.geodesy.MeasuredArea;

/** What lies within a distance of a geometry, on the ellipsoid; the last few are kept. */
final class Buffers {
    /** Both sides of three bands. */
    private static final int KEPT = 6;

    private final double toleranceMeters;
    private final Map<Question, Extent> known = new LinkedHashMap<>(KEPT, 0.75f, true);

    Buffers(double toleranceMeters) {
        this.toleranceMeters = toleranceMeters;
    }

    /** Geometries are equal when their coordinates are: an alignment that has moved is asked for anew. */
    private record Question(Geometry from, double meters, Ends ends) {}

    /** On both sides of lines, all around points and polygons. */
    Extent around(Geometry from, double meters, Ends ends) {
        return find(new Question(from, meters, ends), () -> {
            if (ends == Ends.FLAT) {
                throw new IllegalArgumentException("flat ends are not computed yet");
            }
            MeasuredArea buffer = GeodesicBuffer.of(from, Edges.STRAIGHT, meters, toleranceMeters);
            return Extent.of(buffer.area(), buffer.maxErrorMeters());
        });
    }

    private Extent find(Question question, Supplier<Extent> computation) {
        Extent found = known.get(question);
        if (found == null) {
            found = computation.get();
            known.put(question, found);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return found;
    }
}
