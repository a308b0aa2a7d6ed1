package org.truceline.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where a category of a chronicle belongs. A chronicle mixes what happened with what was agreed and what was said; only the
 * first are incidents.
 */
sealed interface Placement {
    /**
     * Something that is reported to have happened.
     *
     * @param eventType ACLED event type
     * @param subEventType ACLED sub-event type, where the category settles it
     * @param violationKind kind of rule that it would break where one is in force, where the category settles it
     * @param casualtiesAreOfEvent whether casualties told with it are of this event, or a running total told on the occasion
     */
    record AnIncident(
            String eventType,
            Optional<String> subEventType,
            Optional<String> violationKind,
            boolean casualtiesAreOfEvent)
            implements Placement {}

    /** An account of an agreement, of this kind when no file of agreements lists it. */
    record AnAgreement(String kind) implements Placement {}

    /** Something said. */
    record AStatement(String kind) implements Placement {}

    static Placement of(String category) {
        Placement placement = Table.BY_CATEGORY.get(category);
        if (placement == null) {
            throw new InvalidField(
                    "category",
                    "is '" + category + "'; expected one of "
                            + String.join(", ", new TreeSet<>(Table.BY_CATEGORY.keySet())));
        }
        return placement;
    }

    /** The categories of the chronicle. */
    final class Table {
        private static final String BATTLES = "Battles";
        private static final String EXPLOSIONS = "Explosions/Remote violence";
        private static final String STRATEGIC = "Strategic developments";
        private static final String OTHER = "Other";

        private static final Map<String, Placement> BY_CATEGORY = Map.ofEntries(
                Map.entry("armed_clash", violent(BATTLES, "Armed clash", "ceasefire")),
                Map.entry("small_arms_fire", violent(BATTLES, "", "ceasefire")),
                Map.entry("post_captured", violent(BATTLES, "", "ceasefire")),
                Map.entry("shelling", violent(EXPLOSIONS, "Shelling/artillery/missile attack", "ceasefire")),
                Map.entry("air_strike", violent(EXPLOSIONS, "Air/drone strike", "ceasefire")),
                Map.entry("clash_civilians", violent("Riots", "Mob violence", "")),
                Map.entry("protest", violent("Protests", "", "")),
                Map.entry("warning_shots", violent(STRATEGIC, OTHER, "ceasefire")),
                Map.entry("incursion", violent(STRATEGIC, OTHER, "incursion")),
                Map.entry("road_blocked", violent(STRATEGIC, OTHER, "road_block")),
                Map.entry("deployment", violent(STRATEGIC, "Change to group/activity", "withdrawal")),
                Map.entry("detention", violent(STRATEGIC, "Arrests", "detention")),
                Map.entry("detainee_returned", quiet(OTHER)),
                Map.entry("evacuation", quiet(OTHER)),
                Map.entry("observation", quiet(OTHER)),
                Map.entry("uxo_clearance", quiet("Disrupted weapons use")),
                Map.entry("agreement", new AnAgreement("other")),
                Map.entry("ceasefire_agreed", new AnAgreement("ceasefire")),
                Map.entry("patrol_agreed", new AnAgreement("joint_patrol")),
                Map.entry("withdrawal_agreed", new AnAgreement("withdrawal")),
                Map.entry("talks", new AStatement("talks")),
                Map.entry("control_statement", new AStatement("control")),
                Map.entry("emergency_measure", new AStatement("announcement")),
                Map.entry("road_reopened", new AStatement("announcement")),
                Map.entry("withdrawal", new AStatement("withdrawal")),
                Map.entry("withdrawal_start", new AStatement("withdrawal")),
                Map.entry("withdrawal_completed", new AStatement("withdrawal")));

        private Table() {}

        private static Placement violent(String eventType, String subEventType, String violationKind) {
            return new AnIncident(eventType, given(subEventType), given(violationKind), true);
        }

        private static Placement quiet(String subEventType) {
            return new AnIncident(STRATEGIC, given(subEventType), Optional.empty(), false);
        }

        private static Optional<String> given(String text) {
            return Optional.of(text).filter(word -> !word.isEmpty());
        }
    }
}
