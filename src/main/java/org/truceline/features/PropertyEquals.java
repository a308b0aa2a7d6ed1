package org.truceline.features;

import org.truceline.layers.Property;

/** Asks for features whose property has this value, already of the property's type. */
public record PropertyEquals(Property property, PropertyValue value) {}
