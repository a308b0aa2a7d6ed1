package org.truceline.cql2;

/** Which differences between texts are not looked at. */
public enum Folding {
    /** {@code CASEI}. */
    CASE,
    /** {@code ACCENTI}. */
    ACCENT
}
