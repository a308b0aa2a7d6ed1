package org.truceline.layers;

import java.util.ArrayList;
import java.util.List;

/** Reads the tag {@code @order} of a relation's comment: the order that its features have when nobody asks for another. */
final class LayerOrder {
    private static final String TAG = "order";

    private LayerOrder() {}

    /**
     * The keys that the comment names, each with {@code -} before it for descending order. None where one of them can't
     * be used: half an order is not what was meant.
     *
     * @param notes gets a sentence on each name that can't be used
     */
    static List<OrderKey> read(Comment comment, List<Property> properties, List<String> notes) {
        List<OrderKey> keys = new ArrayList<>();
        boolean isWhole = true;
        for (String item : comment.listItems(TAG)) {
            boolean isDescending = item.startsWith("-");
            String name = isDescending ? item.substring(1) : item;
            isWhole &= properties.stream()
                    .filter(property ->
                            property.name().equals(name) && property.type().isComparable())
                    .findFirst()
                    .map(property -> keys.add(new OrderKey(property, isDescending)))
                    .orElseGet(() -> note(name, notes));
        }
        return isWhole ? keys : List.of();
    }

    private static boolean note(String name, List<String> notes) {
        notes.add("@" + TAG + " names \"" + name
                + "\", which is no property that can be sorted by: features come in the" + " order of their ids");
        return false;
    }
}
