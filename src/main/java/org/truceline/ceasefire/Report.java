package org.truceline.ceasefire;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.truceline.ceasefire.uncertainty.Spot;

/**
 * A position as somebody sends it.
 *
 * @param uncertaintyMeters within so much of the spot it lies; empty where it is not told
 * @param properties that it came with, and goes back with
 */
record Report(Spot spot, OptionalDouble uncertaintyMeters, Map<String, Object> properties) {
    Report {
        properties = Map.copyOf(properties);
    }

    /** @param usualMeters the uncertainty where the report tells none */
    Position position(Optional<Double> usualMeters) {
        OptionalDouble radius = uncertaintyMeters.isPresent() || usualMeters.isEmpty()
                ? uncertaintyMeters
                : OptionalDouble.of(usualMeters.get());
        if (radius.isEmpty()) {
            return new Position.Vague(spot);
        }
        return radius.getAsDouble() == 0 ? new Position.Exact(spot) : new Position.Near(spot, radius.getAsDouble());
    }
}
