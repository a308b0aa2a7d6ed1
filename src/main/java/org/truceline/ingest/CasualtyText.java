package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Casualties as reports word them, such as {@code KG: 14 injured; TJ: at least 1 dead, about 10 injured}, as figures where
 * the words allow one reading only. Whoever sought medical help counts as injured. What allows more readings stays words.
 *
 * @param figures one for each effect and group
 * @param unread the parts that gave no figure
 */
record CasualtyText(List<CasualtyFigure> figures, List<String> unread) {
    private static final String NONE = "none";
    private static final Pattern SIDE = Pattern.compile("([A-Za-z][\\w.-]*):\\s*(.*)", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("(?<bound>at least |over |more than |about |up to )?"
            + "(?<count>\\d{1,3}(?:,\\d{3})+|\\d+)(?<plus>\\+)? ?"
            + "(?<people>servicemen|soldiers|border guards|civilians|residents|people)? ?"
            + "(?:lightly |seriously )?"
            + "(?<effect>dead|killed|injured|wounded|sought help|treated|missing|detained)(?: so far)?");
    private static final Map<String, String> EFFECTS = Map.of(
            "dead",
            "killed",
            "killed",
            "killed",
            "injured",
            "injured",
            "wounded",
            "injured",
            "sought help",
            "injured",
            "treated",
            "injured",
            "missing",
            "missing",
            "detained",
            "detained");
    private static final Map<String, String> PEOPLE = Map.of(
            "servicemen",
            "forces",
            "soldiers",
            "forces",
            "border guards",
            "forces",
            "civilians",
            "civilians",
            "residents",
            "civilians");

    CasualtyText {
        figures = List.copyOf(figures);
        unread = List.copyOf(unread);
    }

    static CasualtyText parse(String text) {
        if (text.strip().equals(NONE)) {
            return new CasualtyText(List.of(none("killed"), none("injured")), List.of());
        }
        List<CasualtyFigure> figures = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String clause : text.split(";\\s*", -1)) {
            Matcher side = SIDE.matcher(clause.strip());
            Optional<String> party = side.matches() ? Optional.of(side.group(1)) : Optional.empty();
            String items = side.matches() ? side.group(2) : clause.strip();
            for (String item : items.split(",\\s+", -1)) {
                Optional<CasualtyFigure> figure = read(party, item.strip())
                        // Two figures for one group may be parts of each other, or alternatives.
                        .filter(read -> figures.stream().noneMatch(read::isOfSameGroupAs));
                figure.ifPresentOrElse(
                        figures::add, () -> unread.add(party.map(p -> p + ": ").orElse("") + item));
            }
        }
        return new CasualtyText(figures, unread);
    }

    private static CasualtyFigure none(String effect) {
        return new CasualtyFigure(effect, Optional.empty(), "unknown", Optional.of(0), Optional.of(0), Optional.of(0));
    }

    private static Optional<CasualtyFigure> read(Optional<String> party, String item) {
        Matcher match = ITEM.matcher(item);
        if (!match.matches()) {
            return Optional.empty();
        }
        Optional<Integer> count = count(match.group("count"));
        String bound = match.group("plus") != null
                ? "at least"
                : String.valueOf(match.group("bound")).strip();
        String effect = EFFECTS.getOrDefault(match.group("effect"), "");
        String people = PEOPLE.getOrDefault(String.valueOf(match.group("people")), "unknown");
        return count.map(number -> switch (bound) {
            case "at least" -> new CasualtyFigure(effect, party, people, count, Optional.empty(), Optional.empty());
            case "over", "more than" ->
                new CasualtyFigure(effect, party, people, Optional.of(number + 1), Optional.empty(), Optional.empty());
            case "up to" -> new CasualtyFigure(effect, party, people, Optional.empty(), Optional.empty(), count);
            case "about" -> new CasualtyFigure(effect, party, people, Optional.empty(), count, Optional.empty());
            default -> new CasualtyFigure(effect, party, people, count, count, count);
        });
    }

    /** Empty for what no count of people can be. */
    private static Optional<Integer> count(String digits) {
        String plain = digits.replace(",", "");
        return plain.length() <= 9 ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }
}
