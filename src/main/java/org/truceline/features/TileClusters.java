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
import org.truceline.layers.Property;

/** Hands on clusters in place of points where a tile would hold too many of them. */
final class TileClusters {
    private static final int ID = 1;
    private static final int X = 2;
    private static final int Y = 3;
    private static final int COUNT = 4;
    private static final int FIRST_SUM = 5;

    private TileClusters() {}

    static boolean areNeeded(Connection connection, FeatureQuery query) throws SQLException {
        if (!ClusterSql.isFor(query)) {
            return false;
        }
        try (PreparedStatement statement = FeatureStore.prepare(connection, ClusterSql.areTooMany(query));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static void handOn(Connection connection, FeatureQuery query, FeatureSink sink) throws SQLException, IOException {
        try (PreparedStatement statement = FeatureStore.prepare(connection, ClusterSql.clusters(query));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sink.cluster(new TileCluster(
                        Optional.ofNullable(rows.getString(ID)),
                        rows.getInt(X),
                        rows.getInt(Y),
                        rows.getLong(COUNT),
                        sums(rows, query)));
            }
        }
    }

    private static List<TileCluster.Sum> sums(ResultSet row, FeatureQuery query) throws SQLException {
        List<TileCluster.Sum> sums = new ArrayList<>();
        int column = FIRST_SUM;
        for (Property property : query.layer().sums()) {
            double known = row.getDouble(column);
            OptionalDouble ofKnown = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(known);
            sums.add(new TileCluster.Sum(property, ofKnown, row.getLong(column + 1)));
            column += 2;
        }
        return sums;
    }
}
