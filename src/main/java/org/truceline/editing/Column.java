package org.truceline.editing;

import org.truceline.layers.Identifiers;

/**
 * A column of a table that is edited, from PostgreSQL's catalogue.
 *
 * @param type with its modifiers, such as {@code geometry(Point,4326)}
 * @param isRequired whether it is NOT NULL
 * @param isGenerated whether the database computes it of other columns
 * @param defaultSql what it is where nothing is said; empty where that is NULL
 * @param srid of a column of geometries; 0 for other columns and where it is not declared
 */
record Column(String name, String type, boolean isRequired, boolean isGenerated, String defaultSql, int srid) {
    /** The column that holds the number of the record's last version. */
    static final String REV = "rev";

    private static final int WGS84 = 4326;

    String quoted() {
        return Identifiers.quote(name);
    }

    /** SQL for a value of the column, given as text: a placeholder with its type. */
    String placeholder() {
        String value = srid == 0 || srid == WGS84 ? "?" : "ST_Transform(CAST(? AS geometry), " + srid + ")";
        return "CAST(" + value + " AS " + type + ")";
    }

    /** SQL for what it is in a new record of which nothing is said. */
    String initial() {
        return "CAST(" + (defaultSql.isEmpty() || isGenerated ? "NULL" : defaultSql) + " AS " + type + ")";
    }

    boolean hasDefault() {
        return !defaultSql.isEmpty();
    }
}
