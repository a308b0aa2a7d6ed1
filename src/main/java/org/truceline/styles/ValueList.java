package org.truceline.styles;

import java.util.List;

/**
 * Values that only the data knows, by which features are drawn; what they look like goes by their place among them.
 *
 * @param columns where they stand
 * @param titles columns of the same layers, for people; may be empty
 */
public record ValueList(List<Column> columns, List<Column> titles) {
    public ValueList {
        columns = List.copyOf(columns);
        titles = List.copyOf(titles);
    }

    /** A layer's property. */
    public record Column(String layerId, String property) {
        static Column parse(String text) {
            int dot = text.lastIndexOf('.');
            if (dot < 1) {
                throw new IllegalArgumentException("\"" + text + "\" is no column; expected is layer.property");
            }
            return new Column(text.substring(0, dot), text.substring(dot + 1));
        }
    }

    /** One of the values, as text, and what it is called. */
    public record Value(String value, String title) {}
}
