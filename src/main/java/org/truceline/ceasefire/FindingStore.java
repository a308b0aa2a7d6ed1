package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.Finding.Foot;
import org.truceline.ceasefire.Finding.Measures;
import org.truceline.ceasefire.uncertainty.InsideProbability;
import org.truceline.database.SqlFile;

/**
 * What is to be found out of sightings, and what was found, in the database. Two servers share the work zone by zone, by
 * leases; were the same found out twice, the later one would overwrite it with the same.
 */
@Component
class FindingStore {
    /** Few enough to be done well within a lease. */
    private static final int MOST_AT_ONCE = 500;

    private static final int LEASE_SECONDS = 30;

    private static final String LIST_DUE_ZONES = SqlFile.read(FindingStore.class, "list-due-zones.sql");
    private static final String LEASE = SqlFile.read(FindingStore.class, "lease-zone.sql");
    private static final String END_LEASE = SqlFile.read(FindingStore.class, "end-zone-lease.sql");
    private static final String READ_ZONE = SqlFile.read(FindingStore.class, "read-zone.sql");
    private static final String LIST_DUE = SqlFile.read(FindingStore.class, "list-due-sightings.sql");
    private static final String SAVE = SqlFile.read(FindingStore.class, "save-finding.sql");
    private static final String DROP = SqlFile.read(FindingStore.class, "drop-findings.sql");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    FindingStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Zones that sightings wait for. */
    List<AreaKey> listDueZones() {
        return jdbc.sql(LIST_DUE_ZONES)
                .query((row, number) -> new AreaKey(row.getString("rule_id"), row.getString("claim")))
                .list();
    }

    /** Takes a zone, or keeps it for longer; false where another worker has it. */
    boolean lease(AreaKey zone, UUID worker) {
        return jdbc.sql(LEASE)
                        .param("rule", zone.rule())
                        .param("claim", zone.claim())
                        .param("worker", worker)
                        .param("leaseSeconds", LEASE_SECONDS)
                        .update()
                > 0;
    }

    void endLease(AreaKey zone, UUID worker) {
        jdbc.sql(END_LEASE)
                .param("rule", zone.rule())
                .param("claim", zone.claim())
                .param("worker", worker)
                .update();
    }

    /** A zone as it is now; empty where there is none any more. */
    Optional<Zone> findZone(AreaKey zone) {
        return jdbc.sql(READ_ZONE)
                .param("rule", zone.rule())
                .param("claim", zone.claim())
                .query((row, number) -> ZoneRows.read(row))
                .optional();
    }

    /** Some of those that wait for this zone; none when what it was read from has moved since. */
    List<Sighting> listDue(Zone zone) {
        return jdbc.sql(LIST_DUE)
                .param("rule", zone.key().rule())
                .param("claim", zone.key().claim())
                .param("area", zone.version().area())
                .param("terms", zone.version().terms())
                .param("most", MOST_AT_ONCE)
                .query((row, number) -> SightingRows.read(row))
                .list();
    }

    /** Stores what was found, in place of what was found before. */
    void save(AreaKey zone, List<Found> found) {
        batches.batchUpdate(
                SAVE, found.stream().map(each -> parameters(zone, each)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(AreaKey zone, Found found) {
        Finding finding = found.finding();
        Optional<Measures> measures = finding.measures();
        Optional<Foot> foot = measures.flatMap(Measures::foot);
        return new MapSqlParameterSource()
                .addValue("sighting", found.sighting().id())
                .addValue("rule", zone.rule())
                .addValue("claim", zone.claim())
                .addValue("standing", finding.standing().word())
                .addValue("reason", finding.reason().orElse(null))
                .addValue(
                        "depth",
                        measures.map(Measures::depth).map(FindingStore::orNull).orElse(null))
                .addValue("distance", foot.map(Foot::meters).orElse(null))
                .addValue(
                        "probability",
                        finding.probability().map(InsideProbability::value).orElse(null))
                .addValue(
                        "probabilityError",
                        finding.probability().map(InsideProbability::maxError).orElse(null))
                .addValue("exempt", finding.exempt().degree().word())
                .addValue("exemption", finding.exempt().id().orElse(null))
                .addValue(
                        "centreLongitude",
                        measures.map(known -> known.centre().longitude()).orElse(null))
                .addValue(
                        "centreLatitude",
                        measures.map(known -> known.centre().latitude()).orElse(null))
                .addValue(
                        "nearestLongitude",
                        foot.map(known -> known.place().longitude()).orElse(null))
                .addValue(
                        "nearestLatitude",
                        foot.map(known -> known.place().latitude()).orElse(null))
                .addValue("inputs", found.sighting().versions());
    }

    /** Forgets what is no question any more, as of a rule that is gone. */
    void dropNeedless() {
        jdbc.sql(DROP).update();
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
