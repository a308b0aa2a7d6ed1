package org.truceline.features;

import java.util.List;
import org.truceline.database.SqlFile;
import org.truceline.layers.GeometryColumn;

/**
 * Lines and areas of a tile that has too many of them. The small ones are counted in cells, squares of the tile, each in
 * the one that the middle of its box lies in; the large ones, which cells could not stand for, remain as they are.
 */
final class CellSql {
    /** A tile holds up to so many lines and areas one by one. */
    static final int MOST_SHAPES = 5_000;

    private static final String SIDE = String.valueOf(TileCluster.SIDE);

    private static final String BOX = SqlFile.read(CellSql.class, "tile-box.sql");

    private static final String IS_SMALL = "\"tile:width\" < " + SIDE + " AND \"tile:height\" < " + SIDE;

    /** The share of the world that lies north of a latitude, by which the rows of a matrix are cut. */
    private static final String MERCATOR = "0.5 - ln(tan(pi() / 4 + radians(%s) / 2)) / (2 * pi())";

    private static final String DEGREES = "(90 - %s) / 180";

    private CellSql() {}

    /** Whether there are too many to show one by one. */
    static Sql areTooMany(FeatureQuery query, TileFrame frame) {
        List<Sql> conditions = FeatureSql.pageConditions(query);
        conditions.add(TileSql.meetsInDegrees(query.layer().geometry(), frame));
        return Sql.of("SELECT count(*) > " + MOST_SHAPES + " FROM (SELECT 1")
                .then(FeatureSql.fromLayer(query))
                .then(FeatureSql.where(conditions))
                .then(Sql.of(" LIMIT " + (MOST_SHAPES + 1) + ") AS \"tile:shapes\""));
    }

    /** The cells, from north to south, with columns as {@link ClusterSql#clusters} has them: x and y of their corners. */
    static Sql cells(FeatureQuery query, TileFrame frame) {
        String row = "floor(\"tile:y\" / " + SIDE + ")::int * " + SIDE;
        String column = "floor(\"tile:x\" / " + SIDE + ")::int * " + SIDE;
        List<Sql> conditions = FeatureSql.pageConditions(query);
        conditions.add(Sql.of("\"tile:reaches\" AND " + IS_SMALL + " AND \"tile:x\" >= 0 AND \"tile:x\" < "
                + TileFrame.EXTENT + " AND \"tile:y\" >= 0 AND \"tile:y\" < " + TileFrame.EXTENT));
        return Sql.of("SELECT ")
                .then(ClusterSql.columns(query.layer(), column, row))
                .then(FeatureSql.fromLayer(query))
                .then(Sql.of("\n"))
                .then(box(query.layer().geometry(), frame))
                .then(FeatureSql.where(conditions))
                .then(Sql.of(" GROUP BY " + row + ", " + column + " ORDER BY " + row + ", " + column));
    }

    /** A condition that the large ones meet. */
    static Sql isLarge(FeatureQuery query, TileFrame frame) {
        return Sql.of("(SELECT NOT (" + IS_SMALL + ") FROM (VALUES (1)) AS \"tile:one\"\n")
                .then(box(query.layer().geometry(), frame))
                .then(Sql.of(")"));
    }

    private static Sql box(GeometryColumn geometry, TileFrame frame) {
        String share = frame.isMercator() ? MERCATOR : DEGREES;
        return Sql.fill(
                BOX,
                Sql.of(FeatureSql.crs84(geometry)),
                Sql.of(share.formatted("\"tile:north\"")),
                Sql.of(share.formatted("\"tile:south\"")),
                number(frame.columns()),
                number(frame.rows()),
                Sql.of(String.valueOf(TileFrame.EXTENT)),
                number(frame.column()),
                number(frame.row()));
    }

    private static Sql number(long number) {
        return Sql.of("?::float8", (double) number);
    }
}
