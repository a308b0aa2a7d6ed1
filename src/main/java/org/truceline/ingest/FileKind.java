package org.truceline.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a file holds. The names are those of {@code dataset.json}. */
enum FileKind {
    @JsonProperty("parties")
    PARTIES,
    @JsonProperty("places")
    PLACES,
    @JsonProperty("territories")
    TERRITORIES,
    @JsonProperty("boundary-lines")
    BOUNDARY_LINES,
    @JsonProperty("alignments")
    ALIGNMENTS,
    @JsonProperty("border-points")
    BORDER_POINTS,
    @JsonProperty("sites")
    SITES,
    @JsonProperty("equipment-classes")
    EQUIPMENT_CLASSES,
    @JsonProperty("agreements")
    AGREEMENTS,
    @JsonProperty("withdrawal-rules")
    WITHDRAWAL_RULES,
    @JsonProperty("rule-exemptions")
    RULE_EXEMPTIONS,
    @JsonProperty("patrol-zones")
    PATROL_ZONES,
    @JsonProperty("chronicle")
    CHRONICLE,
    @JsonProperty("sightings")
    SIGHTINGS
}
