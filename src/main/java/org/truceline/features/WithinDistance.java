package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.cql2.Expression.Literal;
import org.truceline.cql2.Expression.Numeral;
import org.truceline.features.FilterFunction.Parameter;

/**
 * The function {@code within_distance}. Distances are geodesic, which no index on longitudes and latitudes knows; so
 * where the client writes geometry and distance, the boxes that hold everything so near are asked for first.
 */
final class WithinDistance {
    /** Nothing is within a distance below zero, nor outside of it: PostGIS would refuse to say. */
    private static final String EXACT =
            "ST_DWithin(({0})::geography, ({1})::geography, CASE WHEN {2} < 0 THEN NULL ELSE {2} END)";

    /**
     * Between its vertices a geodesic edge leaves the straight line of degrees that its box was made of. It does so by
     * L² tan φ / 8R, less than this for edges L of 400 km up to a latitude φ of 65°. Points have no edges.
     */
    private static final double EDGE_METERS = 10_000;

    private WithinDistance() {}

    static FunctionSql of(Parameter geometry, Parameter other, Parameter meters) {
        return new FunctionSql(
                new FilterFunction(
                        "within_distance",
                        "Whether two geometries are within this distance of each other on the WGS84 ellipsoid.",
                        List.of(geometry, other, meters),
                        ValueType.BOOLEAN),
                WithinDistance::compile);
    }

    private static Sql compile(List<Operand> arguments, LiteralCrs crs) {
        Operand first = arguments.get(0);
        Operand second = arguments.get(1);
        Sql exact = Sql.fill(EXACT, arguments.stream().map(Operand::sql).toList());
        if (arguments.get(2).source() instanceof Numeral meters) {
            double distance = meters.value().doubleValue();
            return nearby(first, second, distance, crs)
                    .or(() -> nearby(second, first, distance, crs))
                    .map(nearby -> Sql.fill("({0} AND {1})", nearby, exact))
                    .orElse(exact);
        }
        return exact;
    }

    /**
     * Whether the column's box meets the surroundings of the literal; empty where the two are not such.
     *
     * @param meters 0 or more
     */
    static Optional<Sql> nearby(Operand column, Operand written, double meters, LiteralCrs crs) {
        boolean isKnown = written.source() instanceof Literal && crs.isDegreesOnWgs84() && meters >= 0;
        return column.stored().filter(stored -> isKnown).flatMap(geometry -> {
            double margin = geometry.isOfPoints() && isPoint(written) ? 0 : EDGE_METERS;
            Envelope box = new SpatialLiteral(crs).box((Literal) written.source());
            return StoredBoxes.meets(geometry, Surroundings.within(meters + margin, box));
        });
    }

    private static boolean isPoint(Operand geometry) {
        return geometry.sqlType().equals("Point") || geometry.sqlType().equals("MultiPoint");
    }
}
