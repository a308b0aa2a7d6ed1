package org.truceline.cql2;

/** How two geometries lie to each other (OGC 06-103r4, §6.1.15). */
public enum SpatialOperator {
    INTERSECTS,
    EQUALS,
    DISJOINT,
    TOUCHES,
    WITHIN,
    OVERLAPS,
    CROSSES,
    CONTAINS
}
