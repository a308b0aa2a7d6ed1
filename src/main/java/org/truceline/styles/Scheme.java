package org.truceline.styles;

/** Which grounds a style is drawn for. */
public enum Scheme {
    LIGHT,
    /** For dark base maps and for screens at night. */
    DARK
}
