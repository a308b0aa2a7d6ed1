package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of sightings: equipment or forces that somebody reports to have seen. */
final class SightingFormat {
    private static final Set<String> QUALIFIERS = Set.of("exact", "about", "at_least");
    private static final Set<String> MEANS = Set.of("heard", "saw", "camera", "uav", "satellite", "interview", "media");
    private static final Set<String> STATUSES =
            Set.of("reported", "under_verification", "corroborated", "verified", "disputed", "retracted");

    private SightingFormat() {}

    static Entry sighting(Fields fields) {
        String id = fields.getId();
        ReportedTime time = ReportedTime.read(fields);
        SightedPosition position = SightedPosition.read(fields);
        Optional<Integer> count = fields.findWhole("count");
        Optional<String> qualifier = fields.findWord("count_qualifier", QUALIFIERS);
        if (count.isPresent() != qualifier.isPresent()) {
            throw new InvalidField(
                    count.isPresent() ? "count_qualifier" : "count",
                    "is missing; a count goes with exact, about or at_least, and what was not counted has neither");
        }
        TableRow.Builder sighting = TableRow.into("sighting")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("event_group", fields.findSlug("event_group"))
                .set("reported_in", fields.findSlug("reported_in"))
                .set("party_id", fields.findText("side"))
                .set("equipment_class_id", fields.getText("equipment_class"))
                .set("observed_count", count)
                .set("count_qualifier", qualifier)
                .set("purpose", fields.findSlug("purpose"))
                .set("summary", fields.getText("summary"))
                .set("time_start", time.start())
                .set("time_end", time.end())
                .set("time_precision", time.precision())
                .set("local_date", time.date())
                .set("local_time_from", time.from())
                .set("local_time_to", time.to())
                .set("utc_offset", time.offset().getId())
                .set("place_id", fields.findText("place"))
                .set("place_as_reported", fields.findText("place_as_reported"))
                .set("observation_means", fields.findWord("means", MEANS))
                .set("status", fields.findWord("status", STATUSES));
        position.addTo(sighting);
        return Entry.of(sighting.row(), sources(id, fields));
    }

    private static List<TableRow> sources(String sighting, Fields fields) {
        List<String> reporters = fields.listText("reported_by");
        if (reporters.isEmpty()) {
            throw new InvalidField("reported_by", "is missing; a sighting is somebody's report");
        }
        List<TableRow> sources = new ArrayList<>();
        for (String party : reporters) {
            sources.add(TableRow.into("sighting_source")
                    .set("sighting_id", sighting)
                    .set("ordinal", sources.size() + 1)
                    .set("party_id", party)
                    .set("publisher", fields.findText("source_publisher"))
                    .set("url", fields.findText("source_url"))
                    .row());
        }
        return sources;
    }
}
