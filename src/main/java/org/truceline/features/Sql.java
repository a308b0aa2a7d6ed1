package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One SQL statement or a part of one: its text, and the values of its placeholders in their order. */
record Sql(String text, List<Object> parameters) {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    Sql {
        parameters = List.copyOf(parameters);
    }

    /** The two texts one after the other, with the parameters of both. */
    Sql then(Sql next) {
        return join("", List.of(this, next));
    }

    Sql castTo(String sqlType) {
        return new Sql("(" + text + ")::" + sqlType, parameters);
    }

    static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    static Sql join(String separator, List<Sql> parts) {
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : separator).append(parts.get(i).text);
            parameters.addAll(parts.get(i).parameters);
        }
        return new Sql(text.toString(), parameters);
    }

    /**
     * Puts parts into a pattern.
     *
     * @param pattern SQL in which {@code {0}} stands for the first part, as often as it is needed
     */
    static Sql fill(String pattern, List<Sql> parts) {
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        Matcher hole = HOLE.matcher(pattern);
        int done = 0;
        while (hole.find()) {
            Sql part = parts.get(Integer.parseInt(hole.group(1)));
            text.append(pattern, done, hole.start()).append(part.text);
            parameters.addAll(part.parameters);
            done = hole.end();
        }
        return new Sql(text.append(pattern, done, pattern.length()).toString(), parameters);
    }

    static Sql fill(String pattern, Sql... parts) {
        return fill(pattern, List.of(parts));
    }
}
