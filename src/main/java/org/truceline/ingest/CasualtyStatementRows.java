package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.truceline.ingest.Entry.Item;

/** Running totals told with a report: a casualty statement for each side that it names. */
final class CasualtyStatementRows {
    private static final String ALL = "unknown";

    private CasualtyStatementRows() {}

    static List<Item> of(Report report, CasualtyText casualties) {
        List<Optional<String>> sides = casualties.figures().stream()
                .map(CasualtyFigure::party)
                .distinct()
                .toList();
        if (sides.isEmpty()) {
            // Words only; still a statement.
            return List.of(record(report, casualties, Optional.empty()));
        }
        return sides.stream().map(side -> record(report, casualties, side)).toList();
    }

    private static Item record(Report report, CasualtyText casualties, Optional<String> side) {
        String id = report.id() + "-"
                + side.map(party -> party.toLowerCase(Locale.ROOT)).orElse("casualties");
        List<String> note = new ArrayList<>(casualties.unread());
        TableRow.Builder statement = TableRow.into("casualty_statement")
                .set("id", id)
                .set("dataset_id", report.source())
                .set("reported_in", report.id())
                .set("party_id", side)
                .set("as_of", report.time().end())
                .set("as_of_local", report.time().date())
                .set("as_reported", report.casualties().orElseThrow())
                .set("publisher", report.publisher())
                .set("url", report.url());
        for (CasualtyFigure figure : casualties.figures()) {
            if (!figure.party().equals(side)) {
                continue;
            }
            boolean total = figure.people().equals(ALL)
                    && (figure.effect().equals("killed") || figure.effect().equals("injured"));
            if (total) {
                statement
                        .set(figure.effect() + "_low", figure.low())
                        .set(figure.effect() + "_best", figure.best())
                        .set(figure.effect() + "_high", figure.high());
            } else {
                note.add(figure.effect() + " " + figure.people() + ": not a total");
            }
        }
        statement.set("note", Optional.of(String.join("; ", note)).filter(words -> !words.isEmpty()));
        List<TableRow> sources = report.reporters().stream()
                .map(party -> TableRow.into("casualty_statement_source")
                        .set("casualty_statement_id", id)
                        .set("party_id", party)
                        .row())
                .toList();
        return new Item(statement.row(), sources);
    }
}
