package org.truceline.geodesy;

/** On which side of a geometry a place is, by what is nearest to it there. */
public enum Side {
    /** Of a line, seen in its direction. */
    LEFT,
    RIGHT,

    /** Of a polygon. */
    INSIDE,
    OUTSIDE,

    /** On a line or a boundary, straight ahead of the end of a line, or anywhere about a point. */
    NEITHER
}
