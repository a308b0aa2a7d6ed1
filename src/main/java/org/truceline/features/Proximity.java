package org.truceline.features;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.truceline.cql2.Expression.FunctionCall;
import org.truceline.cql2.Expression.Literal;
import org.truceline.layers.GeometryColumn;

/**
 * The geodesic distance of a layer's features from a place that the client wrote, as something to sort by.
 *
 * @param column the layer's geometry
 * @param place what the client wrote, in degrees on WGS84
 */
record Proximity(Operand column, Operand place) {
    private static final Set<String> FUNCTIONS = Set.of(FilterFunctions.DISTANCE, FilterFunctions.NEAREST);

    /** What the call asks, if it is that; the arguments may stand in either order. */
    static Optional<Proximity> find(FunctionCall call, FilterSql filter, LiteralCrs crs) {
        if (!FUNCTIONS.contains(call.name().toLowerCase(Locale.ROOT)) || !crs.isDegreesOnWgs84()) {
            return Optional.empty();
        }
        List<Operand> operands = call.arguments().stream().map(filter::operand).toList();
        return find(operands.get(0), operands.get(1)).or(() -> find(operands.get(1), operands.get(0)));
    }

    private static Optional<Proximity> find(Operand column, Operand place) {
        return column.stored().isPresent() && place.source() instanceof Literal
                ? Optional.of(new Proximity(column, place))
                : Optional.empty();
    }

    /** The condition that a feature is not farther away than this, or one that lets in more of them. */
    Optional<Sql> within(double meters) {
        return WithinDistance.nearby(column, place, meters, LiteralCrs.CRS84);
    }

    /** The distance in the layer's own plane, which is no distance on Earth: an index on the layer tells the least of it. */
    Optional<Sql> inPlane() {
        Envelope box = new SpatialLiteral(LiteralCrs.CRS84).box((Literal) place.source());
        return column.stored().flatMap(geometry -> inPlane(geometry, box));
    }

    private Optional<Sql> inPlane(GeometryColumn geometry, Envelope box) {
        return StoredBoxes.inStorage(geometry, place.sql(), box)
                .map(stored -> Sql.fill(FeatureSql.name(geometry) + " <-> {0}", stored));
    }
}
