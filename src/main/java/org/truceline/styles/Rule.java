package org.truceline.styles;

/**
 * How some features of a layer are drawn.
 *
 * @param title what the legend says
 * @param fromZoom from which zoom on, as web maps count it; 0 for all
 */
public record Rule(String title, Condition condition, Symbol symbol, double fromZoom) {}
