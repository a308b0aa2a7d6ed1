package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;

/** Points of a tile that has too many of them, gathered in squares of the tile. */
final class ClusterSql {
    /** A tile holds up to so many points one by one. */
    static final int MOST_POINTS = 2_000;

    /** The positions that the tile owns: each point is in one tile's clusters, and in none of its neighbours'. */
    private static final String OWN = """

            CROSS JOIN LATERAL (
                SELECT ST_X(at.geom)::int AS "tile:x", least(ST_Y(at.geom)::int, %2$s) AS "tile:y"
                  FROM ST_DumpPoints("tile:grid") AS at
                 WHERE ST_X(at.geom) >= 0 AND ST_X(at.geom) < %1$s AND ST_Y(at.geom) >= 0 AND ST_Y(at.geom) < %3$s) AS "tile:own"
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
        String square = square(TileFrame.EXTENT / TileCluster.SIDE);
        return Sql.of("SELECT ")
                .then(inTheMiddle(query.layer()))
                .then(own(query))
                .then(Sql.of(" GROUP BY " + square + " ORDER BY " + square));
    }

    /**
     * The same for a gathering, each cluster followed by its counts. After the clusters' columns come west, south, east and
     * north, as a {@link BoundingBox} has them; the values of the gathering's properties; and the place among these, from 0,
     * of the one that the row counts by: in a cluster's own row NULL.
     */
    static Sql gathered(FeatureQuery query, Gathering gathering) {
        String square = square(gathering.perSide());
        List<String> values = gathering.by().stream().map(CountedValue::key).toList();
        String sets = Stream.concat(
                        Stream.of("(" + square + ")"), values.stream().map(value -> "(" + square + ", " + value + ")"))
                .collect(Collectors.joining(", "));
        String place = IntStream.range(0, values.size())
                .mapToObj(index -> "WHEN GROUPING(" + values.get(index) + ") = 0 THEN " + index)
                .collect(Collectors.joining(
                        " ", values.isEmpty() ? "NULL::int" : "CASE ", values.isEmpty() ? "" : " END"));
        List<Sql> columns = new ArrayList<>();
        columns.add(columns(query.layer(), withRoom("x", gathering.perSide()), withRoom("y", gathering.perSide())));
        columns.addAll(sides(query));
        gathering.by().forEach(property -> columns.add(Sql.of(CountedValue.column(property))));
        columns.add(Sql.of(place + " AS \"tile:by\""));
        // By the values too, so that the same features are the same bytes.
        String order = Stream.concat(Stream.of(square, "\"tile:by\" NULLS FIRST"), values.stream())
                .collect(Collectors.joining(", "));
        return Sql.of("SELECT ")
                .then(Sql.join(", ", columns))
                .then(own(query))
                .then(Sql.of(" GROUP BY GROUPING SETS (" + sets + ") ORDER BY " + order));
    }

    /** West, south, east and north. Of features on both sides of the antimeridian, the western ones are those at 180. */
    private static List<Sql> sides(FeatureQuery query) {
        String geometry = FeatureSql.crs84(query.layer().geometry());
        String longitude = "ST_X(" + geometry + ")";
        String latitude = "ST_Y(" + geometry + ")";
        String west = "min(" + longitude + ")";
        String east = "max(" + longitude + ")";
        Optional<TileFrame> atTheEdge = query.tile().filter(TileFrame::reachesAntimeridian);
        if (atTheEdge.isPresent()) {
            TileFrame tile = atTheEdge.get();
            double degrees = TileFrame.WORLD_DEGREES / tile.columns();
            double first = tile.column() * degrees - TileFrame.WORLD_DEGREES / 2;
            // Half the world away from where the tile shows it: it is shown on the other side.
            String isTurned = longitude + " - \"tile:x\" * " + degrees / TileFrame.EXTENT + "::float8 > "
                    + (first + TileFrame.WORLD_DEGREES / 2);
            west = "coalesce(" + west + " FILTER (WHERE " + isTurned + "), " + west + ")";
            east = "coalesce(" + east + " FILTER (WHERE NOT (" + isTurned + ")), " + east + ")";
        }
        return Stream.of(west, "min(" + latitude + ")", east, "max(" + latitude + ")")
                .map(Sql::of)
                .toList();
    }

    /** Row and column of a point's square, of which there are some along each edge. */
    private static String square(int perSide) {
        String place = " * " + perSide + " / " + TileFrame.EXTENT;
        return "\"tile:y\"" + place + ", \"tile:x\"" + place;
    }

    private static Sql inTheMiddle(Layer layer) {
        return columns(layer, middle("x"), middle("y"));
    }

    private static String middle(String axis) {
        return "floor(avg(\"tile:" + axis + "\"))::int";
    }

    /**
     * The middle of several places, but no closer to the square's edge than a third of it: so that signs have room beside
     * those of the neighbours. One place is where it is.
     */
    private static String withRoom(String axis, int perSide) {
        String at = "\"tile:" + axis + "\"";
        String isOnePlace = Stream.of("x", "y")
                .map(each -> "min(\"tile:" + each + "\") = max(\"tile:" + each + "\")")
                .collect(Collectors.joining(" AND "));
        String thirds = "(" + at + " * " + perSide + " / " + TileFrame.EXTENT + " * 3 + %s) * " + TileFrame.EXTENT
                + " / " + 3 * perSide;
        return "CASE WHEN " + isOnePlace + " THEN min(" + at + ") ELSE greatest(" + thirds.formatted(1) + ", least("
                + thirds.formatted(2) + ", " + middle(axis) + ")) END";
    }

    /** What is told of a group of features whose place is at x and y. */
    static Sql columns(Layer layer, String x, String y) {
        List<Sql> columns = new ArrayList<>();
        String id = Identifiers.quote(layer.idColumn().name());
        columns.add(Sql.of("CASE WHEN count(*) = 1 THEN min(" + id + "::text COLLATE \"C\") END"));
        columns.add(Sql.of(x));
        columns.add(Sql.of(y));
        columns.add(Sql.of("count(*)"));
        layer.sums().forEach(property -> columns.add(PropertySum.sql(property)));
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
