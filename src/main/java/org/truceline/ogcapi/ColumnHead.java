package org.truceline.ogcapi;

import java.util.regex.Pattern;
import org.truceline.layers.Property;

/**
 * The head of a column. Clicking it sorts by the column, then the other way round, then no more.
 *
 * @param sort where the table sorted otherwise is; empty where the column can't be sorted by
 * @param order {@code ascending} or {@code descending} where the table is sorted by the column, else empty
 * @param isNumber whether its values stand at the right
 */
record ColumnHead(String title, String sort, String order, boolean isNumber) {
    /** Other names need signs and have commas, which mean something in {@code sortby}. */
    private static final Pattern SORTABLE_NAME = Pattern.compile("[^-+ ,][^,]*");

    static ColumnHead plain(String title) {
        return new ColumnHead(title, "", "", false);
    }

    static ColumnHead of(Property property, ItemsQuestion question) {
        String name = property.name();
        boolean isNumber = property.type().isNumeric();
        if (!property.type().isComparable() || !SORTABLE_NAME.matcher(name).matches()) {
            return new ColumnHead(property.title(), "", "", isNumber);
        }
        String order = question.parameters().values().getOrDefault(SortParameter.NAME, "");
        if (order.equals("-" + name)) {
            String unsorted = question.without(SortParameter.NAME);
            return new ColumnHead(property.title(), unsorted, "descending", isNumber);
        } else if (order.equals(name) || order.equals("+" + name) || order.equals(" " + name)) {
            return new ColumnHead(property.title(), question.sortedBy("-" + name), "ascending", isNumber);
        }
        return new ColumnHead(property.title(), question.sortedBy(name), "", isNumber);
    }
}
