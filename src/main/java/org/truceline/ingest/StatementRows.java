package org.truceline.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.truceline.ingest.Placement.AStatement;

/** A statement with who reports it and whom it is about. */
final class StatementRows {
    private StatementRows() {}

    static Entry.Item of(Report report, AStatement kind) {
        TableRow statement = TableRow.into("statement")
                .set("id", report.id())
                .set("dataset_id", report.source())
                .set("event_group", report.eventGroup())
                .set("kind", kind.kind())
                .set("category", report.category())
                .set("summary", report.summary())
                .set("time_start", report.time().start())
                .set("time_end", report.time().end())
                .set("time_precision", report.time().precision())
                .set("local_time", report.time().text())
                .set("place_id", report.where().place())
                .set("point", report.where().point())
                .set("uncertainty_m", report.where().uncertaintyMeters())
                .set("publisher", report.publisher())
                .set("url", report.url())
                .row();
        List<TableRow> parties = Stream.concat(
                        report.reporters().stream().map(party -> party(report, "reports", party)),
                        report.attributed().stream()
                                .filter(side -> !side.equals(Report.SIDE_NOT_KNOWN))
                                .map(party -> party(report, "concerned", party)))
                .toList();
        return new Entry.Item(statement, parties);
    }

    private static TableRow party(Report report, String role, String party) {
        return TableRow.into("statement_party")
                .set("statement_id", report.id())
                .set("role", role)
                .set("party_id", party)
                .row();
    }
}
