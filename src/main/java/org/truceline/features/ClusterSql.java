package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** Points of a tile that has too many of them, gathered in squares of the tile. */
final class ClusterSql {
    /** A tile holds up to so many points one by one. */
    static final int MOST_POINTS = 2_000;

    /** The positions that the tile owns: each point is in one tile's clusters, and in none of its neighbours'. */
    private static final String OWN = """

            CROSS JOIN LATERAL (
                SELECT ST_X(at.geom)::int AS "tile:x", least(ST_Y(at.geom)::int, %2$d) AS "tile:y"
                  FROM ST_DumpPoints("tile:grid") AS at
                 WHERE ST_X(at.geom) >= 0 AND ST_X(at.geom) < %1$d AND ST_Y(at.geom) >= 0 AND ST_Y(at.geom) < %3$d) AS "tile:own"
            """;

    private ClusterSql() {}

    /** Whether it is points that may be too many. */
    static boolean isFor(FeatureQuery query) {
        return query.layer().geometry().plainType().equals("Point");
    }

    /** Whether there are too many to show one by one. */
    static Sql areTooMany(FeatureQuery query) {
        return Sql.of("SELECT count(*) > " + MOST_POINTS + " FROM (SELECT 1")
                .then(own(query))
                .then(Sql.of(" LIMIT " + (MOST_POINTS + 1) + ") AS \"tile:points\""));
    }

    /**
     * The clusters, from north to south. Columns: the id as text where there is only one feature in it, x and y in the
     * tile, the number of features; and for each property that can be added up the sum of what is known and the number of
     * features of which it isn't.
     */
    static Sql clusters(FeatureQuery query) {
        String row = "\"tile:y\" / " + TileCluster.SIDE;
        String column = "\"tile:x\" / " + TileCluster.SIDE;
        return Sql.of("SELECT ")
                .then(columns(query.layer(), "floor(avg(\"tile:x\"))::int", "floor(avg(\"tile:y\"))::int"))
                .then(own(query))
                .then(Sql.of(" GROUP BY " + row + ", " + column + " ORDER BY " + row + ", " + column));
    }

    /** What is told of a group of features whose place is at x and y. */
    static Sql columns(Layer layer, String x, String y) {
        List<Sql> columns = new ArrayList<>();
        String id = Identifiers.quote(layer.idColumn().name());
        columns.add(Sql.of("CASE WHEN count(*) = 1 THEN min(" + id + "::text COLLATE \"C\") END"));
        columns.add(Sql.of(x));
        columns.add(Sql.of(y));
        columns.add(Sql.of("count(*)"));
        for (Property property : layer.sums()) {
            String column = Identifiers.quote(property.name());
            columns.add(Sql.of("sum(" + column + ")::float8"));
            columns.add(Sql.of("count(*) - count(" + column + ")"));
        }
        return Sql.join(", ", columns);
    }

    private static Sql own(FeatureQuery query) {
        int last = TileFrame.EXTENT - 1;
        boolean endsAtPole = query.tile().filter(TileFrame::endsAtPole).isPresent();
        String own = OWN.formatted(TileFrame.EXTENT, last, TileFrame.EXTENT + (endsAtPole ? 1 : 0));
        List<Sql> conditions = FeatureSql.pageConditions(query);
        return FeatureSql.from(query).then(Sql.of(own)).then(FeatureSql.where(conditions));
    }
}
