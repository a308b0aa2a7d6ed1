package org.truceline.editing;

/**
 * What is wrong with what an edit says.
 *
 * @param property the property's name, or the geometry column's; empty where it is no single one
 * @param message what is wrong and what was expected, without the property's name
 */
public record Fault(String property, String message) {}
