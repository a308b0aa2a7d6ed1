package org.truceline.ingest;

/** The formats of one import. They share what one file says of another's rows. */
final class Formats {
    private final AccountIndex accounts = new AccountIndex();
    private final AgreementFormats agreements = new AgreementFormats(accounts);
    private final ChronicleFormat chronicle = new ChronicleFormat(accounts);

    RecordFormat get(FileKind kind) {
        return switch (kind) {
            case PARTIES -> ActorFormats::party;
            case PLACES -> ActorFormats::place;
            case TERRITORIES -> LineFormats::territory;
            case BOUNDARY_LINES -> LineFormats::boundaryLine;
            case ALIGNMENTS -> LineFormats::alignment;
            case BORDER_POINTS -> LineFormats::borderPoint;
            case SITES -> RuleFormats::site;
            case EQUIPMENT_CLASSES -> RuleFormats::equipmentClass;
            case AGREEMENTS -> agreements::agreement;
            case WITHDRAWAL_RULES -> RuleFormats::withdrawalRule;
            case RULE_EXEMPTIONS -> RuleFormats::exemption;
            case PATROL_ZONES -> AgreementFormats::patrolZone;
            case CHRONICLE -> chronicle;
            case SIGHTINGS -> SightingFormat::sighting;
        };
    }
}
