package org.truceline.ceasefire;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What a withdrawal area is computed from, as it was at one moment. Longitude, latitude on WGS84. */
sealed interface AreaInput {
    AreaKey area();

    /** Versions of all of it, as JSON: they tell later whether an input has moved since. */
    String versions();

    /**
     * The zone of a rule as one claim has it.
     *
     * @param excluded what is left out of the zone
     */
    record Measured(AreaKey area, String versions, Band band, Reference reference, Cut cut, List<Exclusion> excluded)
            implements AreaInput {
        public Measured {
            excluded = List.copyOf(excluded);
        }
    }

    /** What lies inside under at least one of several claims, or under every one. */
    record Combined(AreaKey area, String versions, Reading reading, List<Member> members) implements AreaInput {
        public Combined {
            members = List.copyOf(members);
        }
    }

    /** How several claims are read. */
    enum Reading {
        UNION,
        INTERSECTION
    }

    /**
     * The area of a single claim.
     *
     * @param result what came out of computing it
     */
    record Member(String claim, AreaResult result) {}

    /**
     * A site with what lies around it.
     *
     * @param distanceMeters 0 for a polygon alone
     */
    record Exclusion(String site, Geometry shape, double distanceMeters) {}
}
