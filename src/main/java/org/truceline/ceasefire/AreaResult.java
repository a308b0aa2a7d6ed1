package org.truceline.ceasefire;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** What came out of computing a withdrawal area. */
sealed interface AreaResult {
    /**
     * An area.
     *
     * @param extent not empty
     * @param measuredFrom the line, sections or site that its distances are measured from; empty for unions,
     *     intersections and what lies between lines
     */
    record Area(Extent extent, Optional<Geometry> measuredFrom) implements AreaResult {}

    /** Nothing lies in the zone, and why. */
    record Empty(String reason) implements AreaResult {}

    /** The area could not be computed, and why. */
    record Failure(String reason) implements AreaResult {}
}
