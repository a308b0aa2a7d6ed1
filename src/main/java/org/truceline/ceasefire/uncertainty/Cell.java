package org.truceline.ceasefire.uncertainty;

import java.util.List;

/** A part of a distribution of positions. */
interface Cell {
    /** The probability of being in this part. */
    double mass();

    Spot centre();

    /** A bound of the distance from the centre to any point of the part, in metres; may be infinite. */
    double radiusMeters();

    /** The same part in two, of about half the size. */
    List<Cell> halves();
}
