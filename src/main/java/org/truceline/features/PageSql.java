package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.PropertyType;

/** The order of a layer's features, and what comes after a place in it. */
final class PageSql {
    private PageSql() {}

    /**
     * The id at the end makes the order one of all features: no two pages can hold the same one. Names are qualified: a
     * bare one in ORDER BY means a column of the answer, and there numbers are text, of which 10 comes before 9.
     */
    static String order(Layer layer, List<SortKey> keys) {
        StringBuilder order = new StringBuilder();
        for (SortKey key : keys) {
            String direction = key.isDescending() ? " DESC" : " ASC";
            order.append(FeatureSql.FEATURE + expression(key) + direction + " NULLS LAST, ");
        }
        return order + FeatureSql.FEATURE + Identifiers.quote(layer.idColumn().name());
    }

    /** Features equal to the place in the first keys, and behind it in the next one: for each key, and for the id. */
    static Sql after(Layer layer, List<SortKey> keys, PagePosition place) {
        List<Sql> alternatives = new ArrayList<>();
        List<Sql> equalSoFar = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            SortKey key = keys.get(i);
            Optional<String> value = place.sortValues().get(i);
            value.ifPresent(known -> alternatives.add(both(equalSoFar, behind(key, known))));
            equalSoFar.add(equal(key, value));
        }
        alternatives.add(both(equalSoFar, FeatureSql.compared(layer.idColumn(), ">", place.id())));
        return Sql.of("(").then(Sql.join(" OR ", alternatives)).then(Sql.of(")"));
    }

    private static Sql both(List<Sql> equalSoFar, Sql behind) {
        List<Sql> all = new ArrayList<>(equalSoFar);
        all.add(behind);
        return Sql.of("(").then(Sql.join(" AND ", all)).then(Sql.of(")"));
    }

    /** Unknown values come last, so they are behind every known one. */
    private static Sql behind(SortKey key, String value) {
        String operator = key.isDescending() ? " < " : " > ";
        return Sql.of(
                "(" + expression(key) + operator + "?::" + type(key) + " OR " + expression(key) + " IS NULL)", value);
    }

    private static Sql equal(SortKey key, Optional<String> value) {
        return value.map(known -> Sql.of(expression(key) + " = ?::" + type(key), known))
                .orElseGet(() -> Sql.of(expression(key) + " IS NULL"));
    }

    private static String expression(SortKey key) {
        return FeatureSql.comparable(key.property());
    }

    private static String type(SortKey key) {
        return key.property().type() == PropertyType.STRING
                ? "text"
                : Identifiers.quote(key.property().sqlType());
    }
}
