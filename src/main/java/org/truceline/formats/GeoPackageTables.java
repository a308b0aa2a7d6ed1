package org.truceline.formats;

import static org.truceline.layers.GeometryColumn.CRS84_SRID;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.truceline.features.FeatureQuery;
import org.truceline.features.GeometryShape;
import org.truceline.formats.GeoPackageColumns.Named;
import org.truceline.layers.Identifiers;

/** Makes the tables of a GeoPackage, and describes in them the one that holds the features. */
final class GeoPackageTables {
    /** A file that a failure cuts short is thrown away: nothing has to be undone, and nothing to outlive a crash. */
    private static final String FOR_ONE_WRITER =
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16000";

    /** Types of geometry beyond those of the standard's core. */
    private static final List<String> EXTENDED_TYPES = List.of("POLYHEDRALSURFACE", "TIN", "TRIANGLE");

    private static final int PROHIBITED = 0;
    private static final int MANDATORY = 1;
    private static final int OPTIONAL = 2;

    private final Connection connection;
    private final FeatureQuery query;
    private final GeoPackageColumns columns;
    private final String crsText;

    GeoPackageTables(Connection connection, FeatureQuery query, GeoPackageColumns columns, String crsText) {
        this.connection = connection;
        this.query = query;
        this.columns = columns;
        this.crsText = crsText;
    }

    void create(GeometryShape shape) throws SQLException, IOException {
        script(FOR_ONE_WRITER);
        connection.setAutoCommit(false);
        script(read("geopackage.sql"));
        String type = shape.type().toUpperCase(Locale.ROOT);
        script(columns.createTable(type));
        script("CREATE VIRTUAL TABLE " + Identifiers.quote(columns.indexTable())
                + " USING rtree(id, minx, maxx, miny, maxy)");
        int srid = query.output().srid();
        if (srid != CRS84_SRID) {
            insert("gpkg_spatial_ref_sys", "EPSG:" + srid, srid, "EPSG", srid, crsText, "");
        }
        String description = query.layer().text().description();
        update(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
                        + " VALUES (?, 'features', ?, ?, ?)",
                columns.table(),
                query.layer().title(),
                description,
                srid);
        boolean isMixed = shape.type().equals(GeometryShape.ANY);
        insert(
                "gpkg_geometry_columns",
                columns.table(),
                columns.geometry(),
                type,
                srid,
                presence(shape.hasZ(), isMixed),
                presence(shape.hasM(), isMixed));
        describeExtensions(type);
        for (Named value : columns.values()) {
            describe(value);
        }
    }

    /** Where types differ, dimensions may as well. */
    private static int presence(boolean isThere, boolean isMixed) {
        return !isThere ? PROHIBITED : isMixed ? OPTIONAL : MANDATORY;
    }

    private void describeExtensions(String type) throws SQLException {
        insert(
                "gpkg_extensions",
                columns.table(),
                columns.geometry(),
                "gpkg_rtree_index",
                "http://www.geopackage.org/spec130/#extension_rtree",
                "write-only");
        if (EXTENDED_TYPES.contains(type)) {
            insert(
                    "gpkg_extensions",
                    columns.table(),
                    columns.geometry(),
                    "gpkg_geom_" + type,
                    "http://www.geopackage.org/spec130/#extension_geometry_types",
                    "read-write");
        }
    }

    private void describe(Named value) throws SQLException {
        update(
                "INSERT INTO gpkg_data_columns (table_name, column_name, title, description, mime_type)"
                        + " VALUES (?, ?, ?, ?, nullif(?, ''))",
                columns.table(),
                value.column(),
                value.property().title(),
                value.property().description(),
                value.isJson() ? "application/json" : "");
    }

    /** When all features are there. */
    void complete(Bounds bounds) throws SQLException, IOException {
        if (!bounds.isEmpty()) {
            update(
                    "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?",
                    bounds.minimumX(),
                    bounds.minimumY(),
                    bounds.maximumX(),
                    bounds.maximumY());
        }
        String index = Identifiers.quote(columns.indexTable());
        script(read("geopackage-index.sql")
                .replace("{table}", Identifiers.quote(columns.table()))
                .replace("{geometry}", Identifiers.quote(columns.geometry()))
                .replace("{key}", Identifiers.quote(columns.key()))
                .replace("{index}", index)
                .replace("{prefix}", index.substring(0, index.length() - 1)));
        connection.commit();
    }

    private void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void insert(String table, Object... values) throws SQLException {
        update("INSERT INTO " + table + " VALUES (?" + ", ?".repeat(values.length - 1) + ")", values);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource(name, GeoPackageTables.class).getContentAsString(StandardCharsets.UTF_8);
    }
}
