package org.truceline.editing;

import java.util.List;

/**
 * What a table asks of its rows: a check, or a reference to another table.
 *
 * @param columns that it is about
 * @param condition SQL that is false for a row {@code r} that breaks it
 * @param words what is expected
 */
record Rule(List<String> columns, String condition, String words) {
    Rule {
        columns = List.copyOf(columns);
    }
}
