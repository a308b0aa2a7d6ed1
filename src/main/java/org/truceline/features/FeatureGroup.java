package org.truceline.features;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many features have the same values.
 *
 * @param values of the properties that they are counted by, as text; empty where the value is not known
 * @param time when they are; empty where the layer has no time
 * @param sums of the properties that are asked for
 */
public record FeatureGroup(List<Optional<String>> values, Optional<Time> time, long number, List<PropertySum> sums) {
    public FeatureGroup {
        values = List.copyOf(values);
        sums = List.copyOf(sums);
    }

    /** When a group's features are. */
    public sealed interface Time {}

    /**
     * They begin in one step of time.
     *
     * @param firstDay of the step, in UTC; empty where it is not known when they begin
     */
    public record InStep(Optional<LocalDate> firstDay) implements Time {}

    /**
     * They are between two moments.
     *
     * @param first when the first of them begins; empty where of none a moment is known
     * @param last when the last of them ends, as far as that is known; empty as well where it is of none
     * @param undated of how many the time is not known
     */
    public record Within(Optional<Instant> first, Optional<Instant> last, long undated) implements Time {}
}
