package org.truceline.features;

/** A box that features are to meet. */
public sealed interface Box permits BoundingBox, ProjectedBox, TileFrame {}
