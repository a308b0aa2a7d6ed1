package org.truceline.editing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.database.SqlFile;
import org.truceline.layers.EditedTable;

/** What a table is made of and asks of its rows, as PostgreSQL's catalogue tells it in the transaction that edits. */
record TableShape(EditedTable table, List<Column> columns, List<Rule> rules) {
    private static final String COLUMNS = SqlFile.read(TableShape.class, "columns.sql");
    private static final String RULES = SqlFile.read(TableShape.class, "rules.sql");

    TableShape {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    static TableShape read(JdbcClient jdbc, EditedTable table) {
        List<Column> columns = jdbc.sql(COLUMNS)
                .params(table.schema(), table.name())
                .query((row, number) -> new Column(
                        row.getString("name"),
                        row.getString("type"),
                        row.getBoolean("is_required"),
                        row.getBoolean("is_generated"),
                        row.getString("default"),
                        row.getInt("srid")))
                .list();
        List<Rule> rules = jdbc.sql(RULES)
                .params(table.schema(), table.name())
                .query((row, number) -> new Rule(names(row), row.getString("condition"), row.getString("words")))
                .list();
        return new TableShape(table, columns, rules);
    }

    private static List<String> names(ResultSet row) throws SQLException {
        Array names = row.getArray("columns");
        return Arrays.asList((String[]) names.getArray());
    }

    Column id() {
        return column(table.idColumn());
    }

    /** Those that an edit may set. */
    List<Column> edited() {
        return columns.stream()
                .filter(column -> table.columns().containsValue(column.name()))
                .toList();
    }

    Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the table " + table.relation() + " has no column " + name));
    }

    /** What the layer calls the column; empty where it doesn't show it. */
    String property(String column) {
        return column.equals(table.idColumn())
                ? "id"
                : table.findProperty(column).orElse("");
    }
}
