package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Something seen, as far as it matters to where it stands to one zone.
 *
 * @param versions of the sighting, the terms and the area, as JSON
 * @param exemptions of the rule that are for things of its class and purpose
 */
record Sighting(String id, String versions, Position position, List<Exemption> exemptions) {
    Sighting {
        exemptions = List.copyOf(exemptions);
    }

    /**
     * Who may be inside all the same.
     *
     * @param isCertain whether it held at all times that the report allows
     * @param place where it holds; everywhere when empty
     */
    record Exemption(String id, boolean isCertain, Optional<Around> place) {}

    /** All that is within a distance of a site. */
    record Around(Geometry site, double meters) {}
}
