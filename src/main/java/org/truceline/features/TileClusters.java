package org.truceline.features;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/**
 * Clusters in place of features, where a tile would hold too many of them or they are to be counted.
 *
 * @param statement makes the clusters
 * @param areCells whether they are squares, and no points
 * @param gathering what is counted besides; empty where they only stand for what is too much
 * @param single a condition that those features meet which are shown one by one all the same; empty where none is
 */
record TileClusters(Sql statement, boolean areCells, Optional<Gathering> gathering, Optional<Sql> single) {
    private static final int ID = 1;
    private static final int X = 2;
    private static final int Y = 3;
    private static final int COUNT = 4;
    private static final int FIRST_SUM = 5;

    /** The clusters of a tile that needs them. */
    static Optional<TileClusters> find(Connection connection, FeatureQuery query) throws SQLException {
        if (query.tile().isEmpty()) {
            return Optional.empty();
        }
        TileFrame tile = query.tile().get();
        boolean areOfPoints = ClusterSql.isFor(query);
        Optional<Gathering> gathering = tile.gathering().filter(wanted -> areOfPoints);
        if (gathering.isPresent()) {
            Sql statement = ClusterSql.gathered(query, gathering.get());
            return Optional.of(new TileClusters(statement, false, gathering, Optional.empty()));
        } else if (!areNeeded(
                connection, areOfPoints ? ClusterSql.areTooMany(query) : CellSql.areTooMany(query, tile))) {
            return Optional.empty();
        } else if (areOfPoints) {
            return Optional.of(new TileClusters(ClusterSql.clusters(query), false, Optional.empty(), Optional.empty()));
        }
        return Optional.of(new TileClusters(
                CellSql.cells(query, tile), true, Optional.empty(), Optional.of(CellSql.isLarge(query, tile))));
    }

    private static boolean areNeeded(Connection connection, Sql question) throws SQLException {
        try (PreparedStatement statement = FeatureStore.prepare(connection, question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void handOn(Connection connection, Layer layer, FeatureSink sink) throws SQLException, IOException {
        try (PreparedStatement prepared = FeatureStore.prepare(connection, statement);
                ResultSet rows = prepared.executeQuery()) {
            boolean hasMore = rows.next();
            while (hasMore) {
                TileCluster cluster = cluster(rows, layer);
                if (gathering.isEmpty()) {
                    hasMore = rows.next();
                    sink.cluster(cluster);
                    continue;
                }
                TallyRows tally = new TallyRows(
                        layer,
                        rows,
                        gathering.get(),
                        FIRST_SUM + PropertySum.COLUMNS * layer.sums().size());
                sink.cluster(cluster.with(tally.read()));
                hasMore = tally.hasMore();
            }
        }
    }

    private TileCluster cluster(ResultSet row, Layer layer) throws SQLException {
        return new TileCluster(
                Optional.ofNullable(row.getString(ID)),
                areCells,
                row.getInt(X),
                row.getInt(Y),
                row.getLong(COUNT),
                sums(row, layer),
                Optional.empty());
    }

    private static List<PropertySum> sums(ResultSet row, Layer layer) throws SQLException {
        List<PropertySum> sums = new ArrayList<>();
        for (Property property : layer.sums()) {
            sums.add(PropertySum.read(property, row, FIRST_SUM + PropertySum.COLUMNS * sums.size()));
        }
        return sums;
    }

    /** A cluster's own row, and those after it that count its features by a value. */
    private static final class TallyRows {
        private final Layer layer;
        private final ResultSet rows;
        private final List<Property> by;
        private final int firstSide;
        private boolean hasMore;

        TallyRows(Layer layer, ResultSet rows, Gathering gathering, int firstSide) {
            this.layer = layer;
            this.rows = rows;
            this.by = gathering.by();
            this.firstSide = firstSide;
        }

        /** Reads on as far as the cluster goes. */
        TileCluster.Tally read() throws SQLException {
            double west = rows.getDouble(firstSide);
            double south = rows.getDouble(firstSide + 1);
            double east = rows.getDouble(firstSide + 2);
            double north = rows.getDouble(firstSide + 3);
            int firstValue = firstSide + 4;
            List<TileCluster.Count> counts = new ArrayList<>();
            long length = 0;
            hasMore = rows.next();
            while (hasMore) {
                int place = rows.getInt(firstValue + by.size());
                if (rows.wasNull()) {
                    break;
                }
                Optional<String> value = CountedValue.read(by.get(place), rows, firstValue + place);
                length += by.get(place).name().length()
                        + value.map(String::length).orElse(0);
                if (length > TileFrame.MOST_BYTES) {
                    // Each of these names would take as many bytes in the tile, or more.
                    throw ReadFailure.tooMuchForATile(layer.id());
                }
                counts.add(new TileCluster.Count(by.get(place), value, rows.getLong(COUNT)));
                hasMore = rows.next();
            }
            return new TileCluster.Tally(west, south, east, north, counts);
        }

        /** Whether another cluster's row was come to. */
        boolean hasMore() {
            return hasMore;
        }
    }
}
