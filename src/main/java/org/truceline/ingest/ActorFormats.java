package org.truceline.ingest;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files of parties and of places. */
final class ActorFormats {
    private static final Set<String> PARTY_KINDS =
            Set.of("state", "de_facto_authority", "armed_group", "mission", "third_party");
    private static final Set<String> PLACE_KINDS = Set.of(
            "city",
            "town",
            "village",
            "district_seat",
            "exclave",
            "border_crossing",
            "border_section",
            "road_section",
            "water_infrastructure",
            "post",
            "other");
    private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low", "very_low");
    private static final String DISPUTED = "disputed";
    private static final String COUNTRY_COLUMN = "country_";

    /** ISO 15924 codes of the scripts that Unicode names so. */
    private static final Map<UnicodeScript, String> SCRIPTS = Map.of(
            UnicodeScript.LATIN, "Latn",
            UnicodeScript.CYRILLIC, "Cyrl",
            UnicodeScript.ARABIC, "Arab",
            UnicodeScript.GREEK, "Grek",
            UnicodeScript.HEBREW, "Hebr",
            UnicodeScript.GEORGIAN, "Geor",
            UnicodeScript.ARMENIAN, "Armn",
            UnicodeScript.DEVANAGARI, "Deva",
            UnicodeScript.HAN, "Hani",
            UnicodeScript.HANGUL, "Hang");

    private ActorFormats() {}

    static Entry party(Fields fields) {
        return Entry.of(TableRow.into("party")
                .set("id", fields.getId())
                .set("dataset_id", fields.source())
                .set("name", fields.getText("name"))
                .set("kind", fields.getWord("kind", PARTY_KINDS))
                .row());
    }

    static Entry place(Fields fields) {
        String id = fields.getId();
        String name = fields.getText("name");
        Optional<String> side = fields.findText("side");
        TableRow place = TableRow.into("place")
                .set("id", id)
                .set("dataset_id", fields.source())
                .set("name", name)
                .set("kind", fields.getWord("kind", PLACE_KINDS))
                .set("party_id", side.filter(party -> !party.equals(DISPUTED)))
                .set("disputed", side.filter(DISPUTED::equals).isPresent())
                .set("admin_note", fields.findText("admin_note"))
                .set(
                        "point",
                        Shapes.point(fields.findPoint()
                                .orElseThrow(() -> new InvalidField("lon", "is missing; a place needs a point"))))
                .set("uncertainty_m", fields.findNumber("uncertainty_m"))
                .set("confidence", fields.findWord("confidence", CONFIDENCES))
                .set("source", fields.findText("source"))
                .row();
        List<TableRow> parts = new ArrayList<>(names(id, name, fields.listText("name_variants")));
        for (String source : fields.listSuffixes(COUNTRY_COLUMN)) {
            parts.add(TableRow.into("place_country")
                    .set("place_id", id)
                    .set("according_to", source)
                    .set("party_id", fields.getText(COUNTRY_COLUMN + source))
                    .row());
        }
        return Entry.of(place, parts);
    }

    private static List<TableRow> names(String id, String name, List<String> variants) {
        List<String> all = new ArrayList<>(variants);
        if (!all.contains(name)) {
            all.add(name);
        }
        return all.stream()
                .map(variant -> TableRow.into("place_name")
                        .set("place_id", id)
                        .set("name", variant)
                        .set("script", findScript(variant))
                        .row())
                .toList();
    }

    /** The script that all letters of a text are in; empty for mixed ones. */
    static Optional<String> findScript(String text) {
        Set<UnicodeScript> scripts = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                // Signs such as the turned comma of Uzbek stand in texts of any script.
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
        return scripts.size() == 1
                ? Optional.ofNullable(SCRIPTS.get(scripts.iterator().next()))
                : Optional.empty();
    }
}
