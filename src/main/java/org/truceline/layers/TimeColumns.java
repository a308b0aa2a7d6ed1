package org.truceline.layers;

/** The columns that tell when a feature was so: what the parameter {@code datetime} is compared with. */
public sealed interface TimeColumns {
    /** A column of instants or days, marked {@code @instant} in its comment. NULL: the time is not known. */
    record At(Property instant) implements TimeColumns {}

    /**
     * Columns marked {@code @start} and {@code @end}. NULL in one of them leaves that side open; NULL in both means
     * that the time is not known.
     */
    record Between(Property start, Property end) implements TimeColumns {}
}
