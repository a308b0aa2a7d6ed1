package org.truceline.features;

import java.util.List;
import java.util.stream.Stream;
import org.truceline.features.FilterFunction.Parameter;

/**
 * The function {@code distance_to_line}. It asks the lines between parties, whatever the layer: what is known of the layer
 * alone, as its revision, says nothing of whether an answer is still the same.
 */
final class DistanceToLine {
    private static final String NAME = "distance_to_line";
    private static final String SQL_NAME = "ceasefire.distance_to_line";

    private DistanceToLine() {}

    static FunctionSql of(Parameter geometry) {
        return FunctionSql.of(
                new FilterFunction(
                        NAME,
                        "The distance to the nearest line between two parties, by whoever's drawing of it is nearest, on the"
                                + " WGS84 ellipsoid, in metres.",
                        List.of(geometry),
                        ValueType.NUMBER),
                SQL_NAME + "(({0})::geography)");
    }

    static boolean isAskedBy(FeatureQuery query) {
        Stream<Sql> conditions = query.selection().filter().map(LayerFilter::condition).stream();
        Stream<Sql> keys = query.page().order().stream().map(SortKey::value);
        return Stream.concat(conditions, keys).anyMatch(sql -> sql.text().contains(SQL_NAME));
    }
}
