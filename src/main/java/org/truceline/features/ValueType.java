package org.truceline.features;

/** What kind of value an expression in a filter has. */
public enum ValueType {
    BOOLEAN("true or false"),
    TEXT("a text"),
    NUMBER("a number"),
    DATE("a date"),
    INSTANT("a timestamp"),
    UUID("a UUID"),
    GEOMETRY("a geometry"),
    /** Taken as a set: no order, and no element twice. */
    ARRAY("an array"),
    /** A value that can only be compared with nothing at all: a document, a range of numbers. */
    OTHER("a value that can't be compared");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** For a sentence: {@code a number}. */
    public String words() {
        return words;
    }

    boolean isTime() {
        return this == DATE || this == INSTANT;
    }
}
