package org.truceline.cql2;

/** How two times lie to each other (OGC 21-065r2, tables 7 and 8, after OWL-Time). */
public enum TemporalOperator {
    AFTER(true),
    BEFORE(true),
    DISJOINT(true),
    EQUALS(true),
    INTERSECTS(true),
    CONTAINS(false),
    DURING(false),
    FINISHEDBY(false),
    FINISHES(false),
    MEETS(false),
    METBY(false),
    OVERLAPPEDBY(false),
    OVERLAPS(false),
    STARTEDBY(false),
    STARTS(false);

    private final boolean takesInstants;

    TemporalOperator(boolean takesInstants) {
        this.takesInstants = takesInstants;
    }

    /** Whether it compares instants too, or intervals only. */
    public boolean takesInstants() {
        return takesInstants;
    }
}
