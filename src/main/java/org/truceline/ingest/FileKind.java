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
    @JsonProperty("agreements")
    AGREEMENTS,
    @JsonProperty("withdrawal-rules")
    WITHDRAWAL_RULES,
    @JsonProperty("patrol-zones")
    PATROL_ZONES,
    @JsonProperty("chronicle")
    CHRONICLE
}
