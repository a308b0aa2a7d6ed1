package org.truceline.ceasefire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.ceasefire.AreaInput.Land;

/**
 * The withdrawal areas to be computed, in the database. Whoever takes one holds its row locked until the result is stored,
 * in one transaction: other servers pass it over, and after a crash it is free again.
 */
@Component
class AreaQueue {
    private static final String QUEUE = sql("queue-areas.sql");
    private static final String DISCARD = sql("discard-areas.sql");
    private static final String CLAIM = sql("claim-area.sql");
    private static final String READ_INPUT = sql("read-area-input.sql");
    private static final String SAVE = sql("save-area.sql");
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    AreaQueue(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Queues what is missing or stale, and drops areas that belong to no rule and line any more. */
    void refresh() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(DISCARD).update();
            jdbc.sql(QUEUE).update();
        });
    }

    /**
     * Takes an area, has it computed and stores what came out.
     *
     * @return whether there was one to take
     */
    boolean work(Function<AreaInput, AreaResult> computation) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Job> job = jdbc.sql(CLAIM)
                    .query((rs, row) -> new Job(rs.getString("rule_id"), rs.getString("alignment_id")))
                    .optional();
            job.ifPresent(claimed -> {
                // Nothing to read when another server has computed it between our queueing and our taking it.
                findInput(claimed).ifPresent(input -> save(input, computation.apply(input)));
                delete(claimed);
            });
            return job.isPresent();
        }));
    }

    private record Job(String rule, String alignment) {}

    private Optional<AreaInput> findInput(Job job) {
        return jdbc.sql(READ_INPUT)
                .param("rule", job.rule())
                .param("alignment", job.alignment())
                .query((rs, row) -> input(rs))
                .optional();
    }

    private static AreaInput input(ResultSet row) throws SQLException {
        String territory = row.getString("territory_id");
        Optional<Land> land = territory == null
                ? Optional.empty()
                : Optional.of(new Land(territory, row.getLong("territory_version"), geometry(row.getBytes("land"))));
        return new AreaInput(
                row.getString("rule_id"),
                row.getLong("rule_version"),
                row.getString("alignment_id"),
                row.getLong("alignment_version"),
                row.getDouble("distance_m"),
                geometry(row.getBytes("line")),
                land);
    }

    private static Geometry geometry(byte[] wkb) throws SQLException {
        try {
            return new WKBReader(FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new SQLException("PostGIS sent a geometry that JTS cannot read", e);
        }
    }

    private void save(AreaInput input, AreaResult result) {
        Optional<AreaResult.Area> area =
                Optional.of(result).filter(AreaResult.Area.class::isInstance).map(AreaResult.Area.class::cast);
        Optional<String> failure = Optional.of(result)
                .filter(AreaResult.Failure.class::isInstance)
                .map(failed -> ((AreaResult.Failure) failed).reason());
        jdbc.sql(SAVE)
                .param("rule", input.rule())
                .param("alignment", input.alignment())
                .param("territory", input.land().map(Land::territory).orElse(null))
                .param("ruleVersion", input.ruleVersion())
                .param("alignmentVersion", input.alignmentVersion())
                .param("territoryVersion", input.land().map(Land::version).orElse(null))
                .param("distance", input.distanceMeters())
                .param(
                        "geom",
                        area.map(found -> new WKBWriter().write(found.shape())).orElse(null))
                .param("tolerance", area.map(AreaResult.Area::toleranceMeters).orElse(null))
                .param("maxError", area.map(AreaResult.Area::maxErrorMeters).orElse(null))
                .param("failure", failure.orElse(null))
                .update();
    }

    private void delete(Job job) {
        jdbc.sql("DELETE FROM ceasefire.withdrawal_area_job WHERE rule_id = ? AND alignment_id = ?")
                .param(job.rule())
                .param(job.alignment())
                .update();
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource(name, AreaQueue.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
