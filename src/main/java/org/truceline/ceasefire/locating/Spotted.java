package org.truceline.ceasefire.locating;

import java.util.Map;
import java.util.OptionalDouble;
import org.truceline.ceasefire.uncertainty.Spot;

/**
 * Where a text may mean.
 *
 * @param uncertaintyMeters within so much of the spot it lies; empty where nobody tells
 * @param method by which it was found
 * @param further what else is known of it, by name
 */
record Spotted(Spot spot, OptionalDouble uncertaintyMeters, String method, Map<String, Object> further) {
    static Spotted within(double uncertaintyMeters, Spot spot, String method) {
        return new Spotted(spot, OptionalDouble.of(uncertaintyMeters), method, Map.of());
    }
}
