package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.truceline.layers.Layer;

/**
 * What is asked of a layer, parsed once and checked once.
 *
 * @param selection which of the layer's features; a page cuts these into parts
 * @param page which part of them, in the order of their ids
 * @param srid the coordinate reference system, by its number in PostGIS, that geometries are wanted in
 */
public record FeatureQuery(Layer layer, Selection selection, Page page, int srid) {
    /** One feature. */
    public static FeatureQuery byId(Layer layer, PropertyValue id, int srid) {
        PropertyEquals isThisOne = new PropertyEquals(layer.idColumn(), id);
        Selection selection = new Selection(Optional.empty(), Optional.empty(), List.of(isThisOne), Optional.empty());
        return new FeatureQuery(layer, selection, new Page(1, Optional.empty()), srid);
    }

    /**
     * The conditions that a feature has to meet, all of them.
     *
     * @param box its geometry meets this box; a feature without geometry meets none
     * @param time its time meets this interval; a feature whose time is not known meets none
     * @param equalities its properties have these values
     * @param filter what it says is true of the feature; not where it is unknown
     */
    public record Selection(
            Optional<Box> box,
            Optional<TimeInterval> time,
            List<PropertyEquals> equalities,
            Optional<LayerFilter> filter) {
        public Selection {
            equalities = List.copyOf(equalities);
        }
    }

    /**
     * A part of the selected features, in the order of their ids.
     *
     * @param limit how many features at the most, 1 or more
     * @param after the id after which the part begins; absent for the first part
     */
    public record Page(int limit, Optional<PropertyValue> after) {
        public Page {
            if (limit < 1) {
                throw new IllegalArgumentException("a page holds at least one feature");
            }
        }
    }
}
