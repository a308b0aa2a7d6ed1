package org.truceline.changes;

/**
 * Where a layer stood when something was made of it: what it rested on, and how far its changes had come.
 *
 * @param definition stands for all definitions that the layer rested on
 */
public record ChangeMark(String definition, ChangeCursor cursor) {}
