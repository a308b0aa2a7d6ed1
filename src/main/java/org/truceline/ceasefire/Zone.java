package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ceasefire.AreaInput.Exclusion;
import org.truceline.ceasefire.Position.Limit;
import org.truceline.ceasefire.uncertainty.Depth;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicNearest;

/**
 * What a rule keeps clear, as one claim has it, to ask whether something is inside.
 *
 * @param version of what it was read from
 * @param isEdgeInside whether what stands exactly on the limit is inside: the rule asks for farther than that
 */
record Zone(AreaKey key, Version version, Where extent, boolean isEdgeInside) {
    /**
     * @param area number of the area
     * @param terms version of the rule's terms
     */
    record Version(long area, long terms) {}

    /** What there is of the zone. */
    sealed interface Where {}

    /**
     * An area that is left by crossing its boundary.
     *
     * @param reference what distances are told to; its boundary when empty
     */
    record Bounded(Geometry area, Optional<Geometry> reference) implements Where {}

    /**
     * All that is nearer than a distance.
     *
     * <p>Where a rule asks its party to keep a distance from a line on its own side, the area that is drawn ends at the
     * line. The rule does not: what stands beyond the line is no farther from it.
     */
    record Nearer(Geometry reference, double meters, List<Exclusion> excluded) implements Where {
        Nearer {
            excluded = List.copyOf(excluded);
        }
    }

    /** Nothing lies inside. */
    record Nowhere() implements Where {}

    /** @param reason why the area could not be computed */
    record NotKnown(String reason) implements Where {}

    Zone notKnown(String reason) {
        return new Zone(key, version, new NotKnown(reason), isEdgeInside);
    }

    /** How deep inside a place is; empty where there is no zone. */
    Optional<Limit> limit() {
        if (extent instanceof Bounded bounded) {
            return Optional.of(new Limit(Depths.within(bounded.area(), 0), isEdgeInside));
        }
        if (extent instanceof Nearer nearer) {
            Depth depth = Depths.within(nearer.reference(), nearer.meters());
            for (Exclusion exclusion : nearer.excluded()) {
                depth = Depths.without(depth, Depths.within(exclusion.shape(), exclusion.distanceMeters()));
            }
            return Optional.of(new Limit(depth, isEdgeInside));
        }
        return Optional.empty();
    }

    /** What distances are told to; empty where there is no zone. */
    Optional<GeodesicNearest> nearest() {
        if (extent instanceof Bounded bounded) {
            return Optional.of(bounded.reference()
                    .map(Zone::nearest)
                    .orElseGet(() -> GeodesicNearest.ofBoundary(bounded.area(), Edges.STRAIGHT)));
        }
        return extent instanceof Nearer nearer ? Optional.of(nearest(nearer.reference())) : Optional.empty();
    }

    private static GeodesicNearest nearest(Geometry reference) {
        return GeodesicNearest.of(reference, Edges.STRAIGHT);
    }
}
