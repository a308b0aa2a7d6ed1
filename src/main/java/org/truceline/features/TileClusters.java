package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/**
 * Clusters in place of features where a tile would hold too many of them.
 *
 * @param statement makes the clusters
 * @param areCells whether they are squares, and no points
 * @param single a condition that those features meet which are shown one by one all the same; empty where none is
 */
record TileClusters(Sql statement, boolean areCells, Optional<Sql> single) {
    private static final int ID = 1;
    private static final int X = 2;
    private static final int Y = 3;
    private static final int COUNT = 4;
    private static final int FIRST_SUM = 5;

    /** The clusters of a tile that needs them. */
    static Optional<TileClusters> find(Connection connection, FeatureQuery query) throws SQLException {
        Optional<TileFrame> tile = query.tile();
        if (tile.isEmpty() || !areNeeded(connection, query, tile.get())) {
            return Optional.empty();
        }
        return Optional.of(
                ClusterSql.isFor(query)
                        ? new TileClusters(ClusterSql.clusters(query), false, Optional.empty())
                        : new TileClusters(
                                CellSql.cells(query, tile.get()),
                                true,
                                Optional.of(CellSql.isLarge(query, tile.get()))));
    }

    private static boolean areNeeded(Connection connection, FeatureQuery query, TileFrame tile) throws SQLException {
        Sql question = ClusterSql.isFor(query) ? ClusterSql.areTooMany(query) : CellSql.areTooMany(query, tile);
        try (PreparedStatement statement = FeatureStore.prepare(connection, question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void handOn(Connection connection, Layer layer, FeatureSink sink) throws SQLException, IOException {
        try (PreparedStatement prepared = FeatureStore.prepare(connection, statement);
                ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                sink.cluster(new TileCluster(
                        Optional.ofNullable(rows.getString(ID)),
                        areCells,
                        rows.getInt(X),
                        rows.getInt(Y),
                        rows.getLong(COUNT),
                        sums(rows, layer)));
            }
        }
    }

    private static List<TileCluster.Sum> sums(ResultSet row, Layer layer) throws SQLException {
        List<TileCluster.Sum> sums = new ArrayList<>();
        int column = FIRST_SUM;
        for (Property property : layer.sums()) {
            double known = row.getDouble(column);
            OptionalDouble ofKnown = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(known);
            sums.add(new TileCluster.Sum(property, ofKnown, row.getLong(column + 1)));
            column += 2;
        }
        return sums;
    }
}
