package org.truceline.ceasefire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/** Alignments of boundary lines, each as one source or party has it. */
@Component
class ClaimedLines {
    private static final String LIST = SqlFile.read(ClaimedLines.class, "list-alignments.sql");
    private static final String FIND = SqlFile.read(ClaimedLines.class, "find-alignment.sql");

    private final JdbcClient jdbc;

    ClaimedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An alignment.
     *
     * @param line which line it is an alignment of
     * @param claimedBy whose it is, in words
     */
    record ClaimedLine(String alignment, String line, String claimedBy, Geometry shape) {}

    /** The shape of an alignment, on whatever day it held. */
    Optional<Geometry> find(String alignment) {
        return jdbc.sql(FIND)
                .param("id", alignment)
                .query((row, number) -> StoredShape.find(row.getBytes("shape")).orElseThrow())
                .optional();
    }

    /**
     * Those that hold on a day.
     *
     * @param only the id of a line or of an alignment; empty for all
     */
    List<ClaimedLine> list(String only, LocalDate day) {
        return jdbc.sql(LIST)
                .param("only", only)
                .param("day", day)
                .query((row, number) -> new ClaimedLine(
                        row.getString("id"),
                        row.getString("boundary_line_id"),
                        row.getString("claimed_by"),
                        StoredShape.find(row.getBytes("shape")).orElseThrow()))
                .list();
    }
}
