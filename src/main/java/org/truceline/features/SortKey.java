package org.truceline.features;

import java.util.List;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** A property to sort by. Features whose value is not known come last, whichever the direction. */
public record SortKey(Property property, boolean isDescending) {
    /** The order of the layer's own; empty where that is the order of the ids. */
    public static List<SortKey> listDefault(Layer layer) {
        return layer.order().stream()
                .map(key -> new SortKey(key.property(), key.isDescending()))
                .toList();
    }
}
