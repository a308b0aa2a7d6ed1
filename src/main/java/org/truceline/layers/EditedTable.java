package org.truceline.layers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table whose rows a layer's features are edited in, as the relation's comment declares it: {@code @edit
 * schema.table(id, geom=point, summary)}.
 *
 * @param idColumn of the table; holds the features' ids
 * @param columns which column of the table holds a property, or the geometry, by the name that the layer has for it; what
 *     isn't among them can't be edited
 */
public record EditedTable(String schema, String name, String idColumn, Map<String, String> columns) {
    private static final Pattern DECLARATION =
            Pattern.compile("(\\w+)\\.(\\w+)\\(\\s*(\\w+)\\s*((?:,\\s*\\w+(?:=\\w+)?\\s*)+)\\)");

    public EditedTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Empty where the declaration can't be read. */
    static Optional<EditedTable> parse(String declaration) {
        Matcher matcher = DECLARATION.matcher(declaration.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (String item : matcher.group(4).substring(1).split(",", -1)) {
            String[] names = item.strip().split("=", 2);
            columns.put(names[0], names[names.length - 1]);
        }
        return Optional.of(new EditedTable(matcher.group(1), matcher.group(2), matcher.group(3), columns));
    }

    /** The table with its schema, quoted. */
    public String relation() {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    /** The property that a column holds, by its name in the layer. */
    public Optional<String> findProperty(String column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
