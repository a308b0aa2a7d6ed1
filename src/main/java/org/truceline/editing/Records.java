package org.truceline.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.layers.EditedTable;
import org.truceline.layers.Identifiers;

/** The rows of a table that is edited: one statement for each thing that is done to them. Names are the catalogue's. */
record Records(JdbcClient jdbc, TableShape shape) {
    static Records of(JdbcClient jdbc, EditedTable table) {
        return new Records(jdbc, TableShape.read(jdbc, table));
    }

    /** The record, which nobody else changes from here to the transaction's end. */
    Optional<StoredRecord> lock(String id) {
        return read("SELECT " + asText() + " FROM " + relation() + " r WHERE " + isThisOne() + " FOR UPDATE", id);
    }

    /** A version of it, from history. */
    Optional<StoredRecord> findVersion(String id, long rev) {
        String versions = "history." + Identifiers.quote(shape.table().name());
        return read("SELECT " + asText() + " FROM " + versions + " r WHERE r.record = ? AND r.rev = ?", id, rev);
    }

    /** The values as PostgreSQL writes them: what is equal is the same text then. */
    Map<String, Optional<String>> canonical(Map<String, Optional<String>> values) {
        if (values.isEmpty()) {
            return values;
        }
        List<Column> columns = values.keySet().stream().map(shape::column).toList();
        String list = columns.stream()
                .map(column -> column.placeholder() + "::text AS " + column.quoted())
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + list)
                .params(texts(columns, values))
                .query((row, number) -> values(row, columns))
                .single();
    }

    /**
     * The rules that a record would break.
     *
     * @param id of the record that these values are put into; empty: of a new one
     */
    List<Rule> broken(Optional<String> id, Map<String, Optional<String>> values) {
        List<String> computed = shape.columns().stream()
                .filter(Column::isGenerated)
                .map(Column::name)
                .toList();
        List<Rule> rules = shape.rules().stream()
                .filter(rule -> rule.columns().stream().noneMatch(computed::contains))
                .filter(rule -> id.isEmpty() || rule.columns().stream().anyMatch(values::containsKey))
                .toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        List<String> candidate = new ArrayList<>();
        for (Column column : shape.columns()) {
            Optional<String> value = values.get(column.name());
            String sql = id.isPresent() ? "o." + column.quoted() : column.initial();
            if (value != null) {
                sql = column.placeholder();
                parameters.add(value.orElse(null));
            }
            candidate.add(sql + " AS " + column.quoted());
        }
        String source = id.isPresent() ? " FROM " + relation() + " o WHERE o." + key() : "";
        id.ifPresent(parameters::add);
        String conditions = rules.stream()
                .map(rule -> "(" + rule.condition() + ") IS NOT FALSE")
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + conditions + " FROM (SELECT " + String.join(", ", candidate) + source + ") AS r")
                .params(parameters)
                .query((row, number) -> brokenIn(row, rules))
                .single();
    }

    private static List<Rule> brokenIn(ResultSet row, List<Rule> rules) throws SQLException {
        List<Rule> broken = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!row.getBoolean(i + 1)) {
                broken.add(rules.get(i));
            }
        }
        return broken;
    }

    Written insert(Map<String, Optional<String>> values) {
        List<Column> columns = values.keySet().stream().map(shape::column).toList();
        String names = columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
        String placeholders = columns.stream().map(Column::placeholder).collect(Collectors.joining(", "));
        return jdbc.sql("INSERT INTO " + relation() + " AS r (" + names + ") VALUES (" + placeholders + ") RETURNING "
                        + "r." + shape.id().quoted() + "::text AS id, r.rev")
                .params(texts(columns, values))
                .query((row, number) -> new Written(row.getString("id"), row.getLong("rev")))
                .single();
    }

    Written update(String id, Map<String, Optional<String>> values) {
        List<Column> columns = values.keySet().stream().map(shape::column).toList();
        String assignments = columns.stream()
                .map(column -> column.quoted() + " = " + column.placeholder())
                .collect(Collectors.joining(", "));
        List<@Nullable Object> parameters = new ArrayList<>(texts(columns, values));
        parameters.add(id);
        return jdbc.sql("UPDATE " + relation() + " AS r SET " + assignments + " WHERE " + isThisOne()
                        + " RETURNING r.rev")
                .params(parameters)
                .query((row, number) -> new Written(id, row.getLong("rev")))
                .single();
    }

    void delete(String id) {
        jdbc.sql("DELETE FROM " + relation() + " r WHERE " + isThisOne())
                .param(id)
                .update();
    }

    private Optional<StoredRecord> read(String sql, Object... parameters) {
        List<Column> columns = shape.edited();
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> new StoredRecord(row.getLong(Column.REV), values(row, columns)))
                .optional();
    }

    private static Map<String, Optional<String>> values(ResultSet row, List<Column> columns) throws SQLException {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (Column column : columns) {
            values.put(column.name(), Optional.ofNullable(row.getString(column.name())));
        }
        return values;
    }

    private static List<@Nullable Object> texts(List<Column> columns, Map<String, Optional<String>> values) {
        List<@Nullable Object> texts = new ArrayList<>();
        columns.forEach(column ->
                texts.add(values.getOrDefault(column.name(), Optional.empty()).orElse(null)));
        return texts;
    }

    private String asText() {
        return shape.edited().stream()
                .map(column -> "r." + column.quoted() + "::text AS " + column.quoted())
                .collect(Collectors.joining(", ", "", ", r.rev"));
    }

    private String relation() {
        return shape.table().relation();
    }

    private String isThisOne() {
        return "r." + key();
    }

    private String key() {
        return shape.id().quoted() + " = " + shape.id().placeholder();
    }
}
