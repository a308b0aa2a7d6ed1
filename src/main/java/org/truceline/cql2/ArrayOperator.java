package org.truceline.cql2;

/** How two arrays, taken as sets, lie to each other. */
public enum ArrayOperator {
    EQUALS,
    /** The first holds all elements of the second. */
    CONTAINS,
    CONTAINEDBY,
    OVERLAPS
}
