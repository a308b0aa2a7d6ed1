package org.truceline.editing;

import java.util.OptionalInt;

/**
 * What is wrong with what an edit says.
 *
 * @param feature which one of those that are edited at once, from 0 on; empty where one is edited alone
 * @param property the property's name, or the geometry column's; empty where it is no single one
 * @param message what is wrong and what was expected, without the property's name
 */
public record Fault(OptionalInt feature, String property, String message) {
    /** Of a feature that is edited alone. */
    public Fault(String property, String message) {
        this(OptionalInt.empty(), property, message);
    }

    Fault ofFeature(int place) {
        return new Fault(OptionalInt.of(place), property, message);
    }
}
