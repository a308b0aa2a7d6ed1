package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Files of withdrawal rules, of who is exempt from them, and of what they refer to on the ground. */
final class RuleFormats {
    private static final Set<String> SITE_KINDS = Set.of("road", "area", "settlement", "post", "other");
    private static final Set<String> SIDES = Set.of("own", "other", "left", "right", "both");

    private RuleFormats() {}

    static Entry equipmentClass(Fields fields) {
        String id = fields.getId();
        List<TableRow> parts = fields.listText("parts").stream()
                .map(part -> TableRow.into("equipment_class_part")
                        .set("whole_id", id)
                        .set("part_id", part)
                        .row())
                .toList();
        return Entry.of(
                TableRow.into("equipment_class")
                        .set("id", id)
                        .set("dataset_id", fields.source())
                        .set("name", fields.getText("name"))
                        .set("description", fields.findText("description"))
                        .row(),
                parts);
    }

    static Entry site(Fields fields) {
        Geometry shape = fields.findPoint()
                .orElseThrow(() -> new InvalidField("geometry", "is missing; a site has a geometry, or lon and lat"));
        return Entry.of(TableRow.into("site")
                .set("id", fields.getId())
                .set("dataset_id", fields.source())
                .set("name", fields.getText("name"))
                .set("kind", fields.getWord("kind", SITE_KINDS))
                .set("illustrative", fields.getFlag("illustrative"))
                .set("uncertainty_m", fields.findNumber("uncertainty_m"))
                .set("note", fields.findText("note"))
                .set("geom", Shapes.any(shape))
                .row());
    }

    static Entry withdrawalRule(Fields fields) {
        String id = fields.getId();
        Optional<String> line = fields.findText("line");
        Optional<String> site = fields.findText("site");
        if (line.isPresent() == site.isPresent()) {
            throw new InvalidField(
                    "line",
                    line.isPresent()
                            ? "is given as well as site; a rule is measured from one of them"
                            : "is missing, as is site; a rule is measured from a line or a site");
        }
        Optional<Double> distance = fields.findNumber("distance_m");
        Optional<String> otherLine = fields.findText("other_line");
        if (line.isPresent() && distance.isPresent() == otherLine.isPresent()) {
            throw new InvalidField(
                    "distance_m",
                    distance.isPresent()
                            ? "is given as well as other_line; between two lines there is no distance"
                            : "is missing; a rule along a line has a distance in metres, or an other_line");
        }
        TableRow rule = TableRow.into("withdrawal_rule")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("agreement_id", fields.getText("agreement"))
                .set("party_id", fields.getText("party"))
                .set("boundary_line_id", line)
                .set("alignment_id", fields.findText("alignment"))
                .set("other_line_id", otherLine)
                .set("site_id", site)
                .set("side", fields.findWord("side", SIDES).orElse(isOfOneSide(site, otherLine) ? "own" : "both"))
                .set("ends", fields.findWord("ends", Set.of("round", "flat")))
                .set("distance_from_m", fields.findNumber("distance_from_m"))
                .set("distance_m", distance)
                .set("basis", fields.findWord("basis", Set.of("per_side", "total_width")))
                .set("comparator", fields.getWord("comparator", Set.of(">", ">=")))
                .set("phase", fields.findText("phase"))
                .set("section", fields.findText("section"))
                .set("reference", fields.findText("reference"))
                .set("valid_from", fields.findInstant("valid_from"))
                .set("valid_to", fields.findInstant("valid_to"))
                .row();
        List<TableRow> parts = new ArrayList<>(RuleParts.classes(id, fields));
        parts.addAll(RuleParts.sections(id, fields));
        parts.addAll(RuleParts.exclusions(id, fields));
        return Entry.of(rule, parts);
    }

    private static boolean isOfOneSide(Optional<String> site, Optional<String> otherLine) {
        return site.isEmpty() && otherLine.isEmpty();
    }

    static Entry exemption(Fields fields) {
        Optional<String> site = fields.findText("site");
        Optional<Double> distance = fields.findNumber("distance_m");
        if (site.isEmpty() && distance.isPresent()) {
            throw new InvalidField("site", "is missing, while distance_m is given");
        }
        TableRow.Builder exemption = TableRow.into("withdrawal_rule_exemption")
                .set("id", fields.getId())
                .set("dataset_id", fields.source())
                .set("rule_id", fields.getText("rule"))
                .set("description", fields.getText("description"))
                .set("equipment_class_id", fields.findText("equipment_class"))
                .set("purpose", fields.findSlug("purpose"))
                .set("site_id", site)
                .set("valid_from", fields.findInstant("valid_from"))
                .set("valid_to", fields.findInstant("valid_to"));
        site.ifPresent(at -> exemption.set("distance_m", distance.orElse(0.0)));
        return Entry.of(exemption.row());
    }
}
