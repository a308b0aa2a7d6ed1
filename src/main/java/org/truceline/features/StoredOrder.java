package org.truceline.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The order that a table's rows are stored in: the soonest to be had, and the same each time as long as the table is read
 * from its beginning to its end. Joins, indexes and groups bring rows in an order that hangs on more than the rows.
 */
final class StoredOrder {
    /** Parts of plans that hand rows on as they come. A view that another one unites with is read after it. */
    private static final List<String> KEEPING_ORDER =
            List.of("Seq Scan on ", "Append", "Result", "Subquery Scan on ", "Function Scan on generate_series ");

    /**
     * Else a large table is read from wherever another reader is just now. Rows that are fetched in portions are read
     * by one process in any case, which a plan for several would only make slower.
     */
    private static final String FROM_THE_BEGINNING = "SELECT set_config('synchronize_seqscans', 'off', true),"
            + " set_config('max_parallel_workers_per_gather', '0', true),"
            + " set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String STEP = "-> ";

    private StoredOrder() {}

    /** Whether the rest of this transaction reads the features in one order, and any other of the same rows in that, too. */
    static boolean decides(Connection snapshot, FeatureQuery query) throws SQLException {
        try (Statement settings = snapshot.createStatement()) {
            settings.execute(FROM_THE_BEGINNING);
        }
        try (PreparedStatement explain = FeatureStore.prepare(
                        snapshot, Sql.of("EXPLAIN (COSTS OFF) ").then(FeatureSql.page(query, Optional.empty())));
                ResultSet plan = explain.executeQuery()) {
            boolean isKept = true;
            for (boolean isTop = true; plan.next(); isTop = false) {
                String line = plan.getString(1).strip();
                if (isTop || line.startsWith(STEP)) {
                    String step = line.replace(STEP, "").strip();
                    isKept &= KEEPING_ORDER.stream().anyMatch(step::startsWith);
                }
            }
            return isKept;
        }
    }
}
