package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.ingest.Entry.Item;
import org.truceline.ingest.Placement.AnAgreement;

/**
 * An account of an agreement. When no file of agreements lists it, it brings the agreement with it: one for all accounts of
 * an event group, whose first account names it.
 */
final class AccountRows {
    private static final int NAME_LENGTH = 120;

    private AccountRows() {}

    static List<Item> of(Report report, AnAgreement kind, Optional<String> listed) {
        List<Item> records = new ArrayList<>();
        String agreement = listed.orElseGet(() -> report.eventGroup().orElse(report.id()));
        if (listed.isEmpty()) {
            records.add(agreement(agreement, report, kind));
        }
        records.add(account(agreement, report));
        return records;
    }

    private static Item agreement(String id, Report report, AnAgreement kind) {
        String summary = report.summary();
        TableRow agreement = TableRow.into("agreement")
                .set("id", id)
                .set("dataset_id", report.source())
                .set("name", summary.length() <= NAME_LENGTH ? summary : summary.substring(0, NAME_LENGTH) + "…")
                .set("kind", kind.kind())
                .set("event_group", report.eventGroup())
                .set("concluded_on", report.time().date())
                .set("in_force_from", report.time().start())
                .set("summary", summary)
                .set("place_id", report.where().place())
                .set("point", report.where().point())
                .set("uncertainty_m", report.where().uncertaintyMeters())
                .row();
        List<String> parties = report.attributed().stream()
                .filter(side -> !side.equals(Report.SIDE_NOT_KNOWN))
                .toList();
        return new Item(agreement, AgreementFormats.parties(id, parties));
    }

    private static Item account(String agreement, Report report) {
        TableRow account = TableRow.into("agreement_account")
                .set("id", report.id())
                .set("dataset_id", report.source())
                .set("agreement_id", agreement)
                .set("category", report.category())
                .set("summary", report.summary())
                .set("local_time", report.time().text())
                .set("time_start", report.time().start())
                .set("time_end", report.time().end())
                .set("publisher", report.publisher())
                .set("url", report.url())
                .row();
        List<TableRow> reporters = report.reporters().stream()
                .map(party -> TableRow.into("agreement_account_reporter")
                        .set("account_id", report.id())
                        .set("party_id", party)
                        .row())
                .toList();
        return new Item(account, reporters);
    }
}
