package org.truceline.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.GeodesicBuffer;

/** Files of agreements, and of the patrol zones that they provide for. */
final class AgreementFormats {
    private static final Set<String> KINDS =
            Set.of("ceasefire", "withdrawal", "joint_patrol", "protocol", "joint_statement", "other");
    private static final Set<String> PATROL_TYPES = Set.of("joint", "one_side", "mission");
    private static final Set<String> MEANS = Set.of("foot", "vehicle", "uav", "camera", "mixed");

    /** Corridors are drawn, not measured: a metre is more than they are known to. */
    private static final double CORRIDOR_TOLERANCE_METERS = 1;

    private final AccountIndex accounts;

    AgreementFormats(AccountIndex accounts) {
        this.accounts = accounts;
    }

    Entry agreement(Fields fields) {
        String id = fields.getId();
        List<String> parties = fields.listText("parties");
        if (parties.size() < 2) {
            throw new InvalidField("parties", "names " + parties.size() + "; expected two or more, as in KG;TJ");
        }
        TableRow agreement = TableRow.into("agreement")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("name", fields.getText("name"))
                .set("kind", fields.getWord("kind", KINDS))
                .set("provisions", fields.listText("provisions").toArray(String[]::new))
                .set("event_group", fields.findSlug("event_group"))
                .set("concluded_on", fields.findDate("concluded_on"))
                .set("in_force_from", fields.findInstant("in_force_from"))
                .set("in_force_to", fields.findInstant("in_force_to"))
                .set("text_reference", fields.findText("text_reference"))
                .set("summary", fields.findText("summary"))
                .set("place_id", fields.findText("place"))
                .set("point", fields.findPoint().map(Shapes::point))
                .set("uncertainty_m", fields.findNumber("uncertainty_m"))
                .row();
        accounts.add(id, fields.listText("accounts"));
        return Entry.of(agreement, parties(id, parties));
    }

    static List<TableRow> parties(String agreement, List<String> parties) {
        return parties.stream()
                .map(party -> TableRow.into("agreement_party")
                        .set("agreement_id", agreement)
                        .set("party_id", party)
                        .row())
                .toList();
    }

    static Entry patrolZone(Fields fields) {
        String id = fields.getId();
        Optional<Double> width = fields.findNumber("width_m");
        TableRow zone = TableRow.into("patrol_zone")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("agreement_id", fields.findText("agreement"))
                .set("name", fields.getText("name"))
                .set("patrol_type", fields.getWord("patrol_type", PATROL_TYPES))
                .set("means", fields.findWord("means", MEANS))
                .set("form", width.isPresent() ? "corridor" : "polygon")
                .set("width_m", width)
                .set("schedule", fields.findText("schedule"))
                .set("illustrative", fields.getFlag("illustrative"))
                .set("note", fields.findText("note"))
                .set("valid_from", fields.findInstant("valid_from"))
                .set("valid_to", fields.findInstant("valid_to"))
                .set("geom", Shapes.polygons(zone(fields.getGeometry(), width)))
                .row();
        List<TableRow> parties = fields.listText("parties").stream()
                .map(party -> TableRow.into("patrol_zone_party")
                        .set("patrol_zone_id", id)
                        .set("party_id", party)
                        .row())
                .toList();
        return Entry.of(zone, parties);
    }

    /** A line with a width is the middle of a corridor; anything else is the zone itself. */
    private static Geometry zone(Geometry geometry, Optional<Double> width) {
        boolean line = geometry instanceof LineString || geometry instanceof MultiLineString;
        if (!line) {
            return geometry;
        }
        double widthMeters = width.orElseThrow(() ->
                new InvalidField("width_m", "is missing; a zone given as a line needs the corridor's width in metres"));
        try {
            return GeodesicBuffer.of(Shapes.lines(geometry), Edges.STRAIGHT, widthMeters / 2, CORRIDOR_TOLERANCE_METERS)
                    .area();
        } catch (IllegalArgumentException e) {
            throw new InvalidField("width_m", "gives no corridor: " + e.getMessage());
        }
    }
}
