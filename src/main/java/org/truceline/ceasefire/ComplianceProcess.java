package org.truceline.ceasefire;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.truceline.ceasefire.uncertainty.InsideProbability;
import org.truceline.processes.Computation;
import org.truceline.processes.DateType;
import org.truceline.processes.GeoJson;
import org.truceline.processes.Input;
import org.truceline.processes.Inputs;
import org.truceline.processes.Label;
import org.truceline.processes.NumberType;
import org.truceline.processes.Output;
import org.truceline.processes.OutputValue;
import org.truceline.processes.ProcessDescription;
import org.truceline.processes.ProcessFailure.NoAnswer;
import org.truceline.processes.Progress;
import org.truceline.processes.TextType;

/** Where positions stand to what rules keep clear, without storing them. */
@Component
@Order(4)
class ComplianceProcess implements Computation {
    private static final int MOST_POSITIONS = 1_000;
    private static final int LONGEST_ID = 200;

    private static final Input<List<Report>> POSITIONS = Input.required(
            new Label(
                    "positions",
                    "Positions",
                    "Points in GeoJSON, or features that are points, at most 1,000. A property uncertainty_m says"
                            + " within how many metres of its point one lies, in 95 of 100 cases."),
            new ReportsType(MOST_POSITIONS),
            "{\"type\": \"Point\", \"coordinates\": [70.55, 39.93]}");
    private static final Input<Double> UNCERTAINTY = Input.optional(
            new Label(
                    "uncertainty",
                    "Uncertainty in metres",
                    "Of positions that tell none themselves; 0: they are exact. Without it, such a position is"
                            + " undecided."),
            new NumberType(0, 100_000),
            "500");
    private static final Input<String> EQUIPMENT = Input.optional(
            new Label("equipment_class", "Equipment class", "What was seen; rules for anything else are left out."),
            new TextType(LONGEST_ID),
            "\"tank\"");
    private static final Input<String> PARTY = Input.optional(
            new Label("party", "Party", "Whose it was; rules for other parties are left out."),
            new TextType(LONGEST_ID),
            "\"KG\"");
    private static final Input<LocalDate> DAY = Input.optional(
            new Label("day", "Day", "Rules that were in force on this day; today, if it is absent."),
            new DateType(),
            "\"2022-10-01\"");

    private static final Output STANDINGS = Output.geoJson(
            new Label(
                    "standings",
                    "Standings",
                    "Each position with every rule and, under every claim, whether it is inside of what the rule keeps"
                            + " clear, outside, or undecided; with depth, distance and probability. How many a rule"
                            + " allows, and whom it exempts, is not weighed."),
            "geojson-feature-collection");

    private static final ProcessDescription DESCRIPTION = new ProcessDescription(
            new Label(
                    "compliance",
                    "Compliance",
                    "Whether positions lie inside of what withdrawal rules keep clear, under each claim on the line,"
                            + " as uncertain as they are. Nothing is stored."),
            List.of(POSITIONS, UNCERTAINTY, EQUIPMENT, PARTY, DAY),
            List.of(STANDINGS));

    private final ZonesInForce zones;
    private final Clock clock = Clock.systemUTC();

    ComplianceProcess(ZonesInForce zones) {
        this.zones = zones;
    }

    @Override
    public ProcessDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<OutputValue> compute(Inputs inputs, Progress progress) {
        LocalDate day = inputs.find(DAY).orElseGet(() -> LocalDate.now(clock));
        List<Zone> inForce =
                zones.list(inputs.find(EQUIPMENT).orElse(""), inputs.find(PARTY).orElse(""), day);
        if (inForce.isEmpty()) {
            throw new NoAnswer("No rule for this was in force on " + day
                    + "; the collection withdrawal-areas lists those there are.");
        }
        List<Report> reports = inputs.get(POSITIONS);
        // A zone is indexed once, and asked for all positions.
        List<Map<String, List<Map<String, Object>>>> found = new ArrayList<>();
        reports.forEach(report -> found.add(new LinkedHashMap<>()));
        for (int zone = 0; zone < inForce.size(); zone++) {
            Assessment assessment = Assessment.within(inForce.get(zone));
            AreaKey key = inForce.get(zone).key();
            for (int i = 0; i < reports.size(); i++) {
                Interruption.check();
                progress.reached((zone + i / (double) reports.size()) / inForce.size());
                Position position = reports.get(i).position(inputs.find(UNCERTAINTY));
                Finding finding = assessment.of(new Sighting("", "", position, List.of()));
                found.get(i)
                        .computeIfAbsent(key.rule(), rule -> new ArrayList<>())
                        .add(describe(key.claim(), finding));
            }
        }
        List<Map<String, Object>> features = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            features.add(feature(reports.get(i), found.get(i)));
        }
        return List.of(OutputValue.of(STANDINGS, GeoJson.collection(features)));
    }

    private static Map<String, Object> describe(String claim, Finding finding) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("claim", claim);
        description.put("standing", finding.standing().word());
        description.put("reason", finding.reason().orElse(null));
        finding.measures().ifPresent(measures -> {
            description.put(
                    "depth_m", measures.depth().isPresent() ? measures.depth().getAsDouble() : null);
            measures.foot().ifPresent(foot -> {
                description.put("distance_m", foot.meters());
                description.put(
                        "nearest",
                        List.of(foot.place().longitude(), foot.place().latitude()));
            });
        });
        description.put(
                "probability",
                finding.probability().map(InsideProbability::value).orElse(null));
        return description;
    }

    private static Map<String, Object> feature(Report report, Map<String, List<Map<String, Object>>> byRule) {
        List<Map<String, Object>> rules = new ArrayList<>();
        byRule.forEach((rule, claims) -> {
            Map<String, Object> description = new LinkedHashMap<>();
            description.put("rule", rule);
            description.put("standing", together(claims));
            description.put("claims", claims);
            rules.add(description);
        });
        Map<String, Object> properties = new LinkedHashMap<>(report.properties());
        properties.put("rules", rules);
        return GeoJson.feature(report.spot().toPoint(), properties);
    }

    /** What every claim says; where they differ, that it hangs on the claim. */
    private static Object together(List<Map<String, Object>> claims) {
        List<Object> standings =
                claims.stream().map(claim -> claim.get("standing")).distinct().collect(Collectors.toList());
        return standings.size() == 1 ? standings.get(0) : "depends on the claim";
    }
}
