package org.truceline.ceasefire;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * What a withdrawal area is computed from, as it was at one moment. Longitude, latitude on WGS84.
 *
 * @param ruleVersion with the other versions, tells later whether an input has moved since
 * @param distanceMeters the rule's distance
 * @param line the alignment
 * @param land the territory of the rule's party, as the source of the alignment draws it; empty when it draws none
 */
record AreaInput(
        String rule,
        long ruleVersion,
        String alignment,
        long alignmentVersion,
        double distanceMeters,
        Geometry line,
        Optional<Land> land) {

    /** A territory. */
    record Land(String territory, long version, Geometry shape) {}
}
