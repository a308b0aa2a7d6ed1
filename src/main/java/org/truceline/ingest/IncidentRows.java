package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.ingest.Placement.AnIncident;

/** An incident with its sources, allegations and casualties. */
final class IncidentRows {
    private IncidentRows() {}

    /**
     * @param casualties the event's own, where they were told
     */
    static Entry.Item of(Report report, AnIncident kind, Optional<CasualtyText> casualties) {
        ReportedTime time = report.time();
        TableRow incident = TableRow.into("incident")
                .set("id", report.id())
                .set("dataset_id", report.source())
                .set("event_group", report.eventGroup())
                .set("event_type", kind.eventType())
                .set("sub_event_type", kind.subEventType())
                .set("violation_kind", kind.violationKind())
                .set("category", report.category())
                .set("summary", report.summary())
                .set("time_start", time.start())
                .set("time_end", time.end())
                .set("time_precision", time.precision())
                .set("local_date", time.date())
                .set("local_time_from", time.from())
                .set("local_time_to", time.to())
                .set("utc_offset", time.offset().getId())
                .set("point", report.where().point())
                .set("uncertainty_m", report.where().uncertaintyMeters())
                .set(
                        "location_method",
                        report.where()
                                .point()
                                .flatMap(point -> report.where().place())
                                .map(place -> "gazetteer"))
                .set("place_id", report.where().place())
                .set("casualties_as_reported", report.casualties())
                .set(
                        "casualties_note",
                        casualties.map(text -> String.join("; ", text.unread())).filter(words -> !words.isEmpty()))
                .row();
        List<TableRow> parts = new ArrayList<>();
        parts.addAll(sources(report));
        parts.addAll(allegations(report));
        casualties.ifPresent(text -> text.figures().forEach(figure -> parts.add(casualty(report.id(), figure))));
        return new Entry.Item(incident, parts);
    }

    private static List<TableRow> sources(Report report) {
        List<TableRow> sources = new ArrayList<>();
        for (String party : report.reporters()) {
            sources.add(TableRow.into("incident_source")
                    .set("incident_id", report.id())
                    .set("ordinal", sources.size() + 1)
                    .set("party_id", party)
                    .set("publisher", report.publisher())
                    .set("url", report.url())
                    .set("published_at", report.published())
                    .row());
        }
        return sources;
    }

    private static List<TableRow> allegations(Report report) {
        return report.reporters().stream()
                .flatMap(reporter -> report.attributed().stream()
                        .map(side -> TableRow.into("incident_allegation")
                                .set("incident_id", report.id())
                                .set("side_id", Optional.of(side).filter(name -> !name.equals(Report.SIDE_NOT_KNOWN)))
                                .set("alleged_by_id", reporter)
                                .row()))
                .toList();
    }

    private static TableRow casualty(String incident, CasualtyFigure figure) {
        return TableRow.into("incident_casualty")
                .set("incident_id", incident)
                .set("effect", figure.effect())
                .set("party_id", figure.party())
                .set("people", figure.people())
                .set("low", figure.low())
                .set("best", figure.best())
                .set("high", figure.high())
                .row();
    }
}
