package org.truceline.cql2;

/**
 * A place in a filter's text.
 *
 * @param offset the number of Unicode characters before it; negative where the parser doesn't tell
 */
public record Position(int offset) {
    public static final Position UNKNOWN = new Position(-1);

    public boolean isKnown() {
        return offset >= 0;
    }

    /** For people, who count from 1: {@code at character 8}. */
    @Override
    public String toString() {
        return isKnown() ? "at character " + (offset + 1) : "in the filter";
    }
}
