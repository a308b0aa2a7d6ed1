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
     * They begin in one step of time; where that isn't known, but when they end is, that is in it.
     *
     * @param firstDay of the step, in UTC; empty where neither is known
     */
    public record InStep(Optional<LocalDate> firstDay) implements Time {}

    /**
     * They are between two moments.
     *
     * <p>Where only one end of a feature's time is known it stands for the other.
     *
     * @param first the earliest moment that is known of them; empty where of none one is known
     * @param last the latest moment that is known of them, which is no end where some still hold; empty as well where of
     *     none one is known
     * @param undated of how many the time is not known
     */
    public record Within(Optional<Instant> first, Optional<Instant> last, long undated) implements Time {}
}
