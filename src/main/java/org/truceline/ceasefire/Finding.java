package org.truceline.ceasefire;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.truceline.ceasefire.uncertainty.InsideProbability;
import org.truceline.ceasefire.uncertainty.Spot;

/**
 * What geodesy has to say of a sighting and a zone.
 *
 * @param reason why it is undecided
 * @param probability of being inside; empty where the uncertainty of the position is not known
 */
record Finding(
        Standing standing,
        Optional<String> reason,
        Optional<Measures> measures,
        Optional<InsideProbability> probability,
        Exempt exempt) {

    /**
     * @param centre the middle of the position
     * @param depth in metres, negative outside; empty where there is no zone
     * @param foot the nearest point of what the rule is measured from
     */
    record Measures(Spot centre, OptionalDouble depth, Optional<Foot> foot) {}

    /**
     * @param place a nearest point
     * @param meters how far it is
     */
    record Foot(Spot place, double meters) {}

    /**
     * Whether an exemption covers it.
     *
     * @param id which
     */
    record Exempt(Degree degree, Optional<String> id) {
        static final Exempt NO = new Exempt(Degree.NO, Optional.empty());
    }

    /** How sure that is. */
    enum Degree {
        NO,
        PERHAPS,
        YES;

        /** As the database writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
