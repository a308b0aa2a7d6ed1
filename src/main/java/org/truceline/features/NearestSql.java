package org.truceline.features;

import java.util.List;
import java.util.Optional;

/**
 * Pages in the order of geodesic distance from a place, found on an index that knows only the plane in which the layer is
 * stored. First come as many features as the page needs that are near in that plane. None of the nearest on Earth is
 * farther away than the farthest of those, and so the page is looked for within that distance.
 */
final class NearestSql {
    private NearestSql() {}

    /**
     * Asks for the greatest distance of those features, in metres, and their number; empty where the page is in another
     * order, or its order not one that an index helps with.
     */
    static Optional<Sql> reach(FeatureQuery query) {
        return proximity(query)
                .flatMap(Proximity::inPlane)
                .map(inPlane -> Sql.of("SELECT max(meters), count(meters) FROM (SELECT ")
                        .then(query.page().order().get(0).value())
                        .then(Sql.of(" AS meters"))
                        .then(FeatureSql.fromLayer(query))
                        .then(FeatureSql.where(FeatureSql.pageConditions(query)))
                        .then(Sql.of(" ORDER BY "))
                        .then(inPlane)
                        .then(Sql.of(" LIMIT ?) AS near", features(query))));
    }

    /** The features of the page, and the one that tells that another page follows. */
    static long features(FeatureQuery query) {
        return 1L + query.page().limit();
    }

    /** The condition that holds for all features within a distance of the place. */
    static Optional<Sql> within(FeatureQuery query, double meters) {
        return proximity(query).flatMap(proximity -> proximity.within(meters));
    }

    private static Optional<Proximity> proximity(FeatureQuery query) {
        List<SortKey> order = query.page().order();
        return order.isEmpty()
                        || order.get(0).isDescending()
                        || query.page().limit() == 0
                        || query.page().isAll()
                ? Optional.empty()
                : order.get(0).proximity();
    }
}
