package org.truceline.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureRow;
import org.truceline.features.FeatureSink;
import org.truceline.features.PageFacts;

/** Writes features into a GeoPackage (OGC 12-128r17, version 1.3) with one table and its spatial index. */
final class GeoPackageFile implements FeatureSink, AutoCloseable {
    private static final int KEY = 1;
    private static final int GEOMETRY = 2;
    private static final int FIRST_VALUE = 3;

    private final GeoPackageColumns columns;
    private final GeoPackageTables tables;
    private final Connection connection;
    private final GeoPackageGeometry geometry;
    private final Bounds bounds = new Bounds();
    private Optional<Rows> rows = Optional.empty();
    private long written;

    /**
     * Begins a file.
     *
     * @param file is there and empty
     * @param crsText the reference system of the query's output in well-known text
     */
    GeoPackageFile(FeatureQuery query, Path file, String crsText) throws IOException {
        this.columns = GeoPackageColumns.of(query);
        this.geometry = new GeoPackageGeometry(query.output().srid());
        try {
            this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        this.tables = new GeoPackageTables(connection, query, columns, crsText);
    }

    /** The statements that each feature is written with. */
    private record Rows(PreparedStatement feature, PreparedStatement index, GeoPackageValues values) {}

    @Override
    public void begin(PageFacts facts) throws IOException {
        try {
            tables.create(facts.shape());
            PreparedStatement feature = connection.prepareStatement(columns.insert());
            PreparedStatement index = connection.prepareStatement(columns.insertIntoIndex());
            rows = Optional.of(new Rows(feature, index, new GeoPackageValues(feature)));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void feature(FeatureRow row) throws IOException {
        try {
            write(row, rows.orElseThrow());
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private void write(FeatureRow row, Rows into) throws SQLException, IOException {
        written++;
        GeoPackageValues values = into.values();
        long key = columns.id().isEmpty() ? Long.parseLong(row.id()) : written;
        values.at(KEY).whole(key);
        Optional<byte[]> wkb = row.geometry();
        if (wkb.isPresent()) {
            into.feature().setBytes(GEOMETRY, geometry.encode(wkb.get()));
        } else {
            values.at(GEOMETRY).absent();
        }
        int next = FIRST_VALUE;
        if (!columns.id().isEmpty()) {
            row.id(values.at(next++));
        }
        for (int i = 0; i < columns.properties().size(); i++) {
            row.value(i, values.at(next++));
        }
        into.feature().executeUpdate();
        if (wkb.isPresent() && !geometry.bounds().isEmpty()) {
            index(key, geometry.bounds(), into.index());
        }
    }

    private void index(long key, Bounds box, PreparedStatement insert) throws SQLException {
        bounds.add(box);
        insert.setLong(1, key);
        insert.setDouble(2, box.minimumX());
        insert.setDouble(3, box.maximumX());
        insert.setDouble(4, box.minimumY());
        insert.setDouble(5, box.maximumY());
        insert.executeUpdate();
    }

    @Override
    public void end(Optional<String> last) throws IOException {
        try {
            tables.complete(bounds);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (Rows statements : List.copyOf(rows.stream().toList())) {
                statements.feature().close();
                statements.index().close();
            }
            connection.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
