package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.truceline.layers.Property;

/**
 * How features are counted in groups.
 *
 * @param by properties: features with the same values are one group, those whose value is not known among them
 * @param step features whose time begins in the same step of time are one group; empty where time makes no groups
 * @param sums properties, of those that the layer marks as such that can be added up, whose sum each group tells besides
 */
public record Grouping(List<Property> by, Optional<TimeStep> step, List<Property> sums) {
    public Grouping {
        by = List.copyOf(by);
        sums = List.copyOf(sums);
    }
}
