package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.cql2.Expression.Literal;
import org.truceline.cql2.SpatialOperator;

/** How geometries lie to each other, in the plane of longitude and latitude. */
final class SpatialSql {
    private SpatialSql() {}

    /**
     * PostGIS puts the comparison of boxes, which an index answers, before each of these by itself; only where the layer
     * is stored in another plane it can't.
     *
     * @param crs in which literals are written
     */
    static Sql predicate(SpatialOperator operator, Operand left, Operand right, LiteralCrs crs) {
        Sql exact = Sql.fill(function(operator) + "({0}, {1})", left.sql(), right.sql());
        if (operator == SpatialOperator.DISJOINT) {
            return exact;
        }
        return before(exact, left, right, crs)
                .or(() -> before(exact, right, left, crs))
                .orElse(exact);
    }

    private static Optional<Sql> before(Sql exact, Operand column, Operand written, LiteralCrs crs) {
        if (written.source() instanceof Literal literal && crs.isDegreesOnWgs84()) {
            Envelope box = new SpatialLiteral(crs).box(literal);
            return column.stored().map(geometry -> StoredBoxes.before(exact, geometry, List.of(box)));
        }
        return Optional.empty();
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
