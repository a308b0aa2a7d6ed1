package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.ingest.Entry.Item;
import org.truceline.ingest.Placement.AStatement;
import org.truceline.ingest.Placement.AnAgreement;
import org.truceline.ingest.Placement.AnIncident;

/** A file of events as reported: each row becomes an incident, a statement or an account of an agreement. */
final class ChronicleFormat implements RecordFormat {
    /** Words by which a report says that its figures are a running total. */
    private static final String RUNNING_TOTAL = "so far";

    private final AccountIndex accounts;

    ChronicleFormat(AccountIndex accounts) {
        this.accounts = accounts;
    }

    @Override
    public Entry read(Fields fields) {
        Report report = Report.read(fields);
        if (report.reporters().isEmpty()) {
            throw new InvalidField("reporting_side", "is missing; a report is somebody's");
        }
        Placement placement = Placement.of(report.category());
        Optional<CasualtyText> casualties = report.casualties().map(CasualtyText::parse);
        List<Item> records = new ArrayList<>();
        if (placement instanceof AnIncident incident) {
            boolean own = incident.casualtiesAreOfEvent()
                    && report.casualties()
                            .filter(text -> text.contains(RUNNING_TOTAL))
                            .isEmpty();
            records.add(IncidentRows.of(report, incident, casualties.filter(text -> own)));
            casualties.filter(text -> !own).ifPresent(text -> records.addAll(CasualtyStatementRows.of(report, text)));
        } else if (placement instanceof AStatement statement) {
            records.add(StatementRows.of(report, statement));
            casualties.ifPresent(text -> records.addAll(CasualtyStatementRows.of(report, text)));
        } else if (placement instanceof AnAgreement agreement) {
            records.addAll(AccountRows.of(report, agreement, accounts.findAgreement(report.id())));
            casualties.ifPresent(text -> records.addAll(CasualtyStatementRows.of(report, text)));
        }
        List<String> notes = casualties.stream()
                .flatMap(text -> text.unread().stream())
                .map(words -> report.id() + ": casualties kept as words only: '" + words + "'")
                .toList();
        return new Entry(records, notes, report.known());
    }
}
