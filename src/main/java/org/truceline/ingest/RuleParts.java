package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of a withdrawal rule: its classes with their caps, its sections, and what it leaves out. */
final class RuleParts {
    /** A name, and perhaps a number after a colon. */
    private static final Pattern NUMBERED = Pattern.compile("([^:]+)(?::(.+))?");

    private static final Pattern SECTION = Pattern.compile("(.+?)\\s*\\.\\.\\s*(.+)");

    private RuleParts() {}

    /** {@code tank:75;mortar}: 75 tanks allowed, no mortar. */
    static List<TableRow> classes(String rule, Fields fields) {
        List<TableRow> rows = new ArrayList<>();
        for (String item : fields.listText("equipment_class")) {
            Matcher numbered =
                    match("equipment_class", item, NUMBERED, "a class, or a class and how many, as in tank:75");
            rows.add(TableRow.into("withdrawal_rule_class")
                    .set("rule_id", rule)
                    .set("equipment_class_id", numbered.group(1))
                    .set("allowed", number(numbered).map(text -> count(item, text)))
                    .row());
        }
        if (rows.isEmpty()) {
            throw new InvalidField("equipment_class", "is missing; a rule says what is to be kept out");
        }
        return rows;
    }

    /** {@code 43..61;135..141} between border points, {@code 0..12000} in {@code section_metres} along the alignment. */
    static List<TableRow> sections(String rule, Fields fields) {
        List<TableRow> rows = new ArrayList<>();
        for (String item : fields.listText("section_points")) {
            Matcher ends = match("section_points", item, SECTION, "two border points, as in 12/2..12/9");
            rows.add(section(rule, rows.size() + 1)
                    .set("from_point", ends.group(1))
                    .set("to_point", ends.group(2))
                    .row());
        }
        for (String item : fields.listText("section_metres")) {
            Matcher ends = match("section_metres", item, SECTION, "metres along the line, as in 0..12000");
            rows.add(section(rule, rows.size() + 1)
                    .set("from_m", meters("section_metres", item, ends.group(1)))
                    .set("to_m", meters("section_metres", item, ends.group(2)))
                    .row());
        }
        return rows;
    }

    /** {@code town;village:500}: the town's shape, the village's with 500 m around it. */
    static List<TableRow> exclusions(String rule, Fields fields) {
        List<TableRow> rows = new ArrayList<>();
        for (String item : fields.listText("excluded")) {
            Matcher numbered =
                    match("excluded", item, NUMBERED, "a site, or a site and metres around it, as in town:500");
            rows.add(TableRow.into("withdrawal_rule_exclusion")
                    .set("rule_id", rule)
                    .set("site_id", numbered.group(1))
                    .set("distance_m", number(numbered).map(text -> meters("excluded", item, text)))
                    .row());
        }
        return rows;
    }

    private static TableRow.Builder section(String rule, int number) {
        return TableRow.into("withdrawal_rule_section").set("rule_id", rule).set("number", number);
    }

    private static Optional<String> number(Matcher numbered) {
        return Optional.ofNullable(numbered.group(2));
    }

    private static Matcher match(String field, String item, Pattern pattern, String expected) {
        Matcher matcher = pattern.matcher(item);
        if (!matcher.matches()) {
            throw new InvalidField(field, "has '" + item + "'; expected " + expected);
        }
        return matcher;
    }

    private static int count(String item, String text) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, with what was expected.
        }
        throw new InvalidField("equipment_class", "has '" + item + "'; expected a number of 0 or more after the colon");
    }

    private static double meters(String field, String item, String text) {
        try {
            double meters = Double.parseDouble(text.strip());
            if (meters >= 0 && Double.isFinite(meters)) {
                return meters;
            }
        } catch (NumberFormatException e) {
            // Told below, with what was expected.
        }
        throw new InvalidField(field, "has '" + item + "'; expected metres of 0 or more, not '" + text.strip() + "'");
    }
}
