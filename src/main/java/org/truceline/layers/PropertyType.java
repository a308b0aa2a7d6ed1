package org.truceline.layers;

/** How the values of a property are written and compared, whatever PostgreSQL calls their type. */
public enum PropertyType {
    STRING(true),
    UUID(true),
    INTEGER(true),
    NUMBER(true),
    BOOLEAN(true),
    DATE(true),
    /** An instant; a {@code timestamp without time zone} is read as UTC. */
    DATE_TIME(true),
    /** Arrays, composites and JSON documents, written as JSON. */
    JSON(false),
    /** A geometry beside the feature's own, written as GeoJSON. */
    GEOMETRY(false),
    /** Anything else: written as PostgreSQL writes it in text. */
    OPAQUE(false);

    private final boolean comparable;

    PropertyType(boolean comparable) {
        this.comparable = comparable;
    }

    /** Whether a client can ask for features whose property equals a value given in a URL. */
    public boolean isComparable() {
        return comparable;
    }

    /** Whether the values are numbers. */
    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }

    /** Whether the type has one total order and one text for each value, as a feature's id needs. */
    boolean isUsableAsId() {
        return this == STRING || this == UUID || this == INTEGER;
    }
}
