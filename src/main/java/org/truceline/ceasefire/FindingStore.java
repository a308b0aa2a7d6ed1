package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.Finding.Foot;
import org.truceline.ceasefire.Finding.Measures;
import org.truceline.ceasefire.uncertainty.InsideProbability;

/**
 * What is to be found out of sightings, and what was found, in the database. Two servers may find the same out; the later
 * one overwrites it with the same.
 */
@Component
class FindingStore {
    /** Few enough for the next zone not to wait long, enough to make indexing this one worth it. */
    private static final int MOST_AT_ONCE = 500;

    private static final String NEXT_ZONE = SqlFile.read("next-zone.sql");
    private static final String LIST_DUE = SqlFile.read("list-due-sightings.sql");
    private static final String SAVE = SqlFile.read("save-finding.sql");
    private static final String DROP = SqlFile.read("drop-findings.sql");

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A zone that sightings wait for. */
    Optional<Zone> findNext() {
        return jdbc.sql(NEXT_ZONE).query((row, number) -> ZoneRows.read(row)).optional();
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
    void save(AreaKey zone, Sighting sighting, Finding finding) {
        Optional<Measures> measures = finding.measures();
        Optional<Foot> foot = measures.flatMap(Measures::foot);
        jdbc.sql(SAVE)
                .param("sighting", sighting.id())
                .param("rule", zone.rule())
                .param("claim", zone.claim())
                .param("standing", finding.standing().word())
                .param("reason", finding.reason().orElse(null))
                .param(
                        "depth",
                        measures.map(Measures::depth).map(FindingStore::orNull).orElse(null))
                .param("distance", foot.map(Foot::meters).orElse(null))
                .param(
                        "probability",
                        finding.probability().map(InsideProbability::value).orElse(null))
                .param(
                        "probabilityError",
                        finding.probability().map(InsideProbability::maxError).orElse(null))
                .param("exempt", finding.exempt().degree().word())
                .param("exemption", finding.exempt().id().orElse(null))
                .param(
                        "centreLongitude",
                        measures.map(known -> known.centre().longitude()).orElse(null))
                .param(
                        "centreLatitude",
                        measures.map(known -> known.centre().latitude()).orElse(null))
                .param(
                        "nearestLongitude",
                        foot.map(known -> known.place().longitude()).orElse(null))
                .param(
                        "nearestLatitude",
                        foot.map(known -> known.place().latitude()).orElse(null))
                .param("inputs", sighting.versions())
                .update();
    }

    /** Forgets what is no question any more, as of a rule that is gone. */
    void dropNeedless() {
        jdbc.sql(DROP).update();
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
