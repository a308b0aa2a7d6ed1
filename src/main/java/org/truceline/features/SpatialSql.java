package org.truceline.features;

import org.truceline.cql2.SpatialOperator;

/** How geometries lie to each other, in the plane of longitude and latitude. */
final class SpatialSql {
    private SpatialSql() {}

    /** PostGIS puts the comparison of boxes, which an index answers, before each of these by itself. */
    static Sql predicate(SpatialOperator operator, Operand left, Operand right) {
        return Sql.fill(function(operator) + "({0}, {1})", left.sql(), right.sql());
    }

    private static String function(SpatialOperator operator) {
        return switch (operator) {
            case INTERSECTS -> "ST_Intersects";
            case EQUALS -> "ST_Equals";
            case DISJOINT -> "ST_Disjoint";
            case TOUCHES -> "ST_Touches";
            case WITHIN -> "ST_Within";
            case OVERLAPS -> "ST_Overlaps";
            case CROSSES -> "ST_Crosses";
            case CONTAINS -> "ST_Contains";
        };
    }
}
