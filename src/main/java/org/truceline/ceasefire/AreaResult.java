package org.truceline.ceasefire;

import org.locationtech.jts.geom.MultiPolygon;

/** What came out of computing a withdrawal area. */
sealed interface AreaResult {
    /**
     * An area.
     *
     * @param shape longitude, latitude on WGS84; not empty
     * @param toleranceMeters the error asked for
     * @param maxErrorMeters the largest error measured on the buffer's boundary
     */
    record Area(MultiPolygon shape, double toleranceMeters, double maxErrorMeters) implements AreaResult {}

    /** No area, and why. */
    record Failure(String reason) implements AreaResult {}
}
