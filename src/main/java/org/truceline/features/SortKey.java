package org.truceline.features;

import org.truceline.layers.Property;

/** A property to sort by. Features whose value is not known come last, whichever the direction. */
public record SortKey(Property property, boolean isDescending) {}
