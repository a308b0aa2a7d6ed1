package org.truceline.layers;

/** A property that a layer's features are put in order by. Those whose value is not known come last. */
public record OrderKey(Property property, boolean isDescending) {}
