package org.truceline.ingest;

import java.util.Collections;
import java.util.Optional;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The one place of this module where SQL is composed. */
@Component
class RowInserter {
    private final JdbcTemplate jdbc;

    RowInserter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts a row unless there is one with its key, which stays as it is.
     *
     * @return whether it was inserted
     */
    boolean insert(TableRow row) {
        String names = String.join(", ", row.columns().keySet());
        String marks = String.join(", ", Collections.nCopies(row.columns().size(), "?"));
        String sql = "INSERT INTO ceasefire." + row.table() + " (" + names + ") VALUES (" + marks
                + ") ON CONFLICT DO NOTHING";
        Object[] values = row.columns().values().stream().map(RowInserter::bind).toArray();
        return jdbc.update(sql, values) == 1;
    }

    /** Says, for what is inserted from here on in this transaction, since when it was known. */
    void stateKnown(Optional<Entry.Known> known) {
        jdbc.query(
                "SELECT set_config('truceline.known_from', ?, true), set_config('truceline.known_assumed', ?, true)",
                row -> {},
                known.map(is -> is.from().toString()).orElse(""),
                known.map(is -> String.valueOf(is.isAssumed())).orElse(""));
    }

    /** The data set that the record with an id came from. */
    String getDataset(TableRow row) {
        return jdbc.queryForList(
                        "SELECT coalesce(dataset_id, '') FROM ceasefire." + row.table() + " WHERE id = ?",
                        String.class,
                        row.columns().get("id"))
                .get(0);
    }

    private static Object bind(Object value) {
        return value instanceof Geometry geometry ? new JtsGeometry(geometry) : value;
    }
}
