package org.truceline.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Files of territories, boundary lines, their alignments and their numbered points. */
final class LineFormats {
    private static final Set<String> TERRITORY_KINDS = Set.of("country", "exclave");
    private static final Set<String> STATUSES = Set.of("agreed", "claimed");

    private LineFormats() {}

    static Entry territory(Fields fields) {
        String party = fields.getText("party");
        String kind = fields.getWord("kind", TERRITORY_KINDS);
        Optional<String> host = fields.findText("host");
        if (kind.equals("exclave") && host.isEmpty()) {
            throw new InvalidField("host", "is missing; an exclave has a party whose land lies around it");
        }
        String name = fields.getText("name");
        String id = fields.findId()
                .orElseGet(() -> Fields.slugOf("id", fields.source(), kind.equals("country") ? party : name));
        return Entry.of(TableRow.into("territory")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("party_id", party)
                .set("kind", kind)
                .set("host_party_id", host)
                .set("name", name)
                .set("name_local", fields.findText("name_local"))
                .set("valid_from", fields.findDate("valid_from"))
                .set("valid_to", fields.findDate("valid_to"))
                .set("geom", Shapes.polygons(fields.getGeometry()))
                .row());
    }

    static Entry boundaryLine(Fields fields) {
        List<String> parties = Stream.of(fields.getText("party_a"), fields.getText("party_b"))
                .distinct()
                .sorted()
                .toList();
        if (parties.size() != 2) {
            throw new InvalidField("party_b", "is '" + parties.get(0) + "', as is party_a; a line has two parties");
        }
        return Entry.of(TableRow.into("boundary_line")
                .set("id", fields.getId())
                .set("dataset_id", fields.source())
                .set("name", fields.getText("name"))
                .set("party_a_id", parties.get(0))
                .set("party_b_id", parties.get(1))
                .row());
    }

    static Entry alignment(Fields fields) {
        String line = fields.getText("line");
        Optional<String> claimant = fields.findText("claimant");
        String id = fields.findId()
                .orElseGet(() -> claimant.map(
                                party -> Fields.slugOf("id", fields.source(), line, party.toLowerCase(Locale.ROOT)))
                        .orElseGet(() -> Fields.slugOf("id", fields.source(), line)));
        TableRow alignment = TableRow.into("alignment")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("boundary_line_id", line)
                .set("claimant_party_id", claimant)
                .set("left_party_id", fields.findText("left_party"))
                .set("status", fields.getWord("status", STATUSES))
                .set("note", fields.findText("note"))
                .set("valid_from", fields.findDate("valid_from"))
                .set("valid_to", fields.findDate("valid_to"))
                .set("geom", Shapes.lines(fields.getGeometry()))
                .row();
        List<TableRow> positions = Stream.concat(
                        fields.listText("accepted_by").stream().map(party -> position(id, party, "accepts")),
                        fields.listText("rejected_by").stream().map(party -> position(id, party, "rejects")))
                .toList();
        return Entry.of(alignment, positions);
    }

    private static TableRow position(String alignment, String party, String position) {
        return TableRow.into("alignment_position")
                .set("alignment_id", alignment)
                .set("party_id", party)
                .set("position", position)
                .row();
    }

    static Entry borderPoint(Fields fields) {
        String line = fields.getText("line");
        String number = fields.getText("number");
        Optional<String> alignment = fields.findText("alignment");
        String id = fields.findId()
                .orElseGet(() -> alignment
                        .map(drawn -> Fields.slugOf("number", drawn, number))
                        .orElseGet(() -> Fields.slugOf("number", line, number)));
        return Entry.of(TableRow.into("border_point")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("boundary_line_id", line)
                .set("alignment_id", alignment)
                .set("number", number)
                .set("uncertainty_m", fields.findNumber("uncertainty_m"))
                .set("note", fields.findText("note"))
                .set(
                        "point",
                        Shapes.point(fields.findPoint()
                                .orElseThrow(() -> new InvalidField("lon", "is missing; a border point has a place"))))
                .row());
    }
}
