package org.truceline.ceasefire.uncertainty;

import java.util.List;

/** Where something may be: a distribution of positions on the ellipsoid. */
public sealed interface Whereabouts permits CircularNormal, UniformSector, UniformArea {
    /** A point amid the distribution, to measure from and to draw at; no claim that anything was there. */
    Spot centre();

    /** Cells that hold all of the distribution, their masses adding up to 1. */
    List<Cell> cells();
}
