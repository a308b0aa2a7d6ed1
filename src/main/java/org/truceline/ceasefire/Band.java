package org.truceline.ceasefire;

import java.util.OptionalDouble;

/**
 * A band of distances on a side.
 *
 * @param innerMeters where it begins; 0 at what it is measured from
 * @param outerMeters where it ends; empty for what it is measured from itself, without distance
 * @param ends how it ends where a line ends
 */
record Band(double innerMeters, OptionalDouble outerMeters, Ends ends) {

    Band {
        if (!(innerMeters >= 0 && outerMeters.orElse(Double.POSITIVE_INFINITY) > innerMeters)) {
            throw new IllegalArgumentException("not a band: " + innerMeters + " to " + outerMeters);
        }
    }

    /** Round: all within the distance; flat: cut off square. */
    enum Ends {
        ROUND,
        FLAT
    }

    static Band upTo(double outerMeters) {
        return new Band(0, OptionalDouble.of(outerMeters), Ends.ROUND);
    }
}
