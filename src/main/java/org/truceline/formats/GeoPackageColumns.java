package org.truceline.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.truceline.features.FeatureQuery;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;

/**
 * How the table of a layer and its columns are called in a GeoPackage. SQLite takes names that differ in case only for
 * the same one, and keeps some for itself: such a name gets an underscore more.
 *
 * @param table the name of the table
 * @param key of the whole numbers that name the rows, which the standard demands
 * @param id empty where the layer's id is the key
 * @param geometry the column of the feature's place
 * @param properties in the query's order
 */
record GeoPackageColumns(String table, String key, List<Named> id, String geometry, List<Named> properties) {
    private static final Pattern RESERVED = Pattern.compile("(?i)(?:sqlite_|gpkg_|rtree_).*");

    /** A property and its column. */
    record Named(String column, Property property) {
        /** The type as GeoPackage 1.3 has it (table 1). Exact numbers lose digits beyond the 15 to 17 of a double. */
        String type() {
            return switch (property.type()) {
                case STRING, UUID, OPAQUE, JSON, GEOMETRY -> "TEXT";
                case BOOLEAN -> "BOOLEAN";
                case DATE -> "DATE";
                case DATE_TIME -> "DATETIME";
                case INTEGER ->
                    switch (property.sqlType()) {
                        case "int2" -> "SMALLINT";
                        case "int4" -> "MEDIUMINT";
                        default -> "INTEGER";
                    };
                case NUMBER -> property.sqlType().equals("float4") ? "FLOAT" : "DOUBLE";
            };
        }

        boolean isJson() {
            return property.type() == PropertyType.JSON || property.type() == PropertyType.GEOMETRY;
        }
    }

    static GeoPackageColumns of(FeatureQuery query) {
        Layer layer = query.layer();
        Set<String> taken = new HashSet<>();
        Property idColumn = layer.idColumn();
        boolean isIdKey = idColumn.type() == PropertyType.INTEGER;
        Named id = new Named(free(idColumn.name(), taken), idColumn);
        String geometry = free(layer.geometry().name(), taken);
        List<Named> properties = new ArrayList<>();
        for (Property property : query.output().properties()) {
            properties.add(new Named(free(property.name(), taken), property));
        }
        String table = RESERVED.matcher(layer.id()).matches() ? "_" + layer.id() : layer.id();
        return new GeoPackageColumns(
                table,
                isIdKey ? id.column() : free("fid", taken),
                isIdKey ? List.of() : List.of(id),
                geometry,
                List.copyOf(properties));
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }

    /** All columns but the geometry's and the key's: the id, where it is none, and the properties. */
    List<Named> values() {
        List<Named> values = new ArrayList<>(id);
        values.addAll(properties);
        return values;
    }

    String createTable(String geometryType) {
        StringBuilder sql = new StringBuilder("CREATE TABLE " + Identifiers.quote(table) + " (");
        sql.append(Identifiers.quote(key)).append(" INTEGER PRIMARY KEY NOT NULL");
        sql.append(", ").append(Identifiers.quote(geometry)).append(' ').append(geometryType);
        id.forEach(named -> sql.append(", ").append(definition(named)).append(" NOT NULL UNIQUE"));
        properties.forEach(named -> sql.append(", ").append(definition(named)));
        return sql.append(')').toString();
    }

    private static String definition(Named named) {
        return Identifiers.quote(named.column()) + " " + named.type();
    }

    /** With a parameter for the key, for the geometry, and for each of the {@link #values}. */
    String insert() {
        StringBuilder sql = new StringBuilder("INSERT INTO " + Identifiers.quote(table) + " (");
        sql.append(Identifiers.quote(key)).append(", ").append(Identifiers.quote(geometry));
        values().forEach(named -> sql.append(", ").append(Identifiers.quote(named.column())));
        return sql.append(") VALUES (?, ?")
                .append(", ?".repeat(values().size()))
                .append(')')
                .toString();
    }

    String insertIntoIndex() {
        return "INSERT INTO " + Identifiers.quote(indexTable()) + " VALUES (?, ?, ?, ?, ?)";
    }

    String indexTable() {
        return "rtree_" + table + "_" + geometry;
    }
}
