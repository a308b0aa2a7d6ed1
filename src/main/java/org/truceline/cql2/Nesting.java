package org.truceline.cql2;

/** Counts how deep a tree gets while it is built, so that no text makes one that can't be walked by recursion. */
final class Nesting {
    /** Far more than people or query builders write. */
    static final int DEEPEST = 100;

    private int depth;

    /**
     * Goes down.
     *
     * @param levels how many levels; a chain such as {@code a + b + c} is as deep as it has operators
     */
    void enter(int levels, Position position) {
        depth += levels;
        if (depth > DEEPEST) {
            throw new Cql2ParseException(position, "the filter is nested too deep", "at most " + DEEPEST + " levels");
        }
    }

    void leave(int levels) {
        depth -= levels;
    }
}
