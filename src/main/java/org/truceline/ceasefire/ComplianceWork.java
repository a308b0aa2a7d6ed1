package org.truceline.ceasefire;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on compliance: findings on new sightings, and on those whose rule, line or report has moved; then the verdicts
 * that follow from them.
 */
final class ComplianceWork implements BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(ComplianceWork.class);

    private final FindingStore findings;
    private final VerdictStore verdicts;
    private final UUID worker = UUID.randomUUID();

    ComplianceWork(FindingStore findings, VerdictStore verdicts) {
        this.findings = findings;
        this.verdicts = verdicts;
    }

    @Override
    public String name() {
        return "compliance";
    }

    @Override
    public boolean work(BooleanSupplier goesOn) {
        findings.dropNeedless();
        verdicts.dropNeedless();
        List<AreaKey> zones = findings.listDueZones();
        Set<String> rules = new TreeSet<>(verdicts.listDueRules());
        zones.forEach(zone -> rules.add(zone.rule()));
        boolean any = false;
        for (String rule : rules) {
            any |= goesOn.getAsBoolean() && work(rule, zones, goesOn);
        }
        return any;
    }

    private boolean work(String rule, List<AreaKey> zones, BooleanSupplier goesOn) {
        boolean any = false;
        for (AreaKey zone : zones) {
            any |= zone.rule().equals(rule) && goesOn.getAsBoolean() && find(zone, goesOn);
        }
        return verdicts.weigh(rule) || any;
    }

    /** Whether anything was found; not where another server is at it, or where the zone has moved since it was read. */
    private boolean find(AreaKey key, BooleanSupplier goesOn) {
        if (!findings.lease(key, worker)) {
            return false;
        }
        try {
            return findings.findZone(key).map(zone -> find(zone, goesOn)).orElse(false);
        } finally {
            findings.endLease(key, worker);
        }
    }

    private boolean find(Zone zone, BooleanSupplier goesOn) {
        Assessment assessment = Assessment.within(zone);
        int found = 0;
        List<Sighting> due = findings.listDue(zone);
        while (!due.isEmpty() && goesOn.getAsBoolean() && findings.lease(zone.key(), worker)) {
            findings.save(
                    zone.key(),
                    due.stream()
                            .map(sighting -> new Found(sighting, assessment.of(sighting)))
                            .toList());
            found += due.size();
            due = findings.listDue(zone);
        }
        LOG.debug("{}: {} sightings", zone.key(), found);
        return found > 0;
    }
}
