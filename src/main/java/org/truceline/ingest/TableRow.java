package org.truceline.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row to insert into a table of the schema {@code ceasefire}. What is not known is left out, and so null or the
 * column's default.
 *
 * @param table its name; code says it, never a file
 * @param columns values by column
 */
record TableRow(String table, Map<String, Object> columns) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    TableRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (!NAME.matcher(table).matches()
                || columns.keySet().stream()
                        .anyMatch(name -> !NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("not a table with its columns: " + table + columns.keySet());
        }
    }

    static Builder into(String table) {
        return new Builder(table);
    }

    static final class Builder {
        private final String table;
        private final Map<String, Object> columns = new LinkedHashMap<>();

        private Builder(String table) {
            this.table = table;
        }

        Builder set(String column, Object value) {
            columns.put(column, value);
            return this;
        }

        Builder set(String column, Optional<?> value) {
            value.ifPresent(known -> columns.put(column, known));
            return this;
        }

        TableRow row() {
            return new TableRow(table, columns);
        }
    }
}
