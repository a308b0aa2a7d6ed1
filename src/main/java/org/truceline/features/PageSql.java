package org.truceline.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;

/** The order of a layer's features, and what comes after a place in it. */
final class PageSql {
    private PageSql() {}

    /**
     * What stands after ORDER BY; empty where any order will do. An id at the end makes the order one of all features: no
     * two pages can hold the same one.
     */
    static Sql order(Layer layer, Page page) {
        List<Sql> order = new ArrayList<>();
        for (SortKey key : page.order()) {
            order.add(key.value().then(Sql.of((key.isDescending() ? " DESC" : " ASC") + " NULLS LAST")));
        }
        switch (page.tie()) {
            case ID -> order.add(column(layer.idColumn().name()));
            case STORAGE -> {}
            // PostGIS sorts geometries along a Hilbert curve.
            case PLACE -> {
                order.add(column(layer.geometry().name()));
                order.add(column(layer.idColumn().name()));
            }
        }
        return Sql.join(", ", order);
    }

    private static Sql column(String name) {
        return Sql.of(FeatureSql.FEATURE + Identifiers.quote(name));
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
        String operator = key.isDescending() ? "<" : ">";
        return Sql.fill("({0} " + operator + " {1} OR {0} IS NULL)", key.value(), place(key, value));
    }

    private static Sql equal(SortKey key, Optional<String> value) {
        return value.map(known -> Sql.fill("{0} = {1}", key.value(), place(key, known)))
                .orElseGet(() -> Sql.fill("{0} IS NULL", key.value()));
    }

    private static Sql place(SortKey key, String value) {
        return Sql.of("?::" + Identifiers.quote(key.sqlType()), value);
    }
}
