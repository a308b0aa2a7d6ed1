package org.truceline.features;

import java.util.List;
import java.util.Optional;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/**
 * What is asked of a layer, parsed once and checked once.
 *
 * @param selection which of the layer's features; a page cuts these into parts
 * @param page which part of them, in which order
 * @param output what of each feature
 */
public record FeatureQuery(Layer layer, Selection selection, Page page, Output output) {
    /** One feature. */
    public static FeatureQuery byId(Layer layer, PropertyValue id, int srid) {
        PropertyEquals isThisOne = new PropertyEquals(layer.idColumn(), id);
        Selection selection = new Selection(Optional.empty(), Optional.empty(), List.of(isThisOne), Optional.empty());
        return new FeatureQuery(layer, selection, new Page(1, List.of(), Optional.empty()), Output.of(layer, srid));
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
        /** No conditions. */
        public static final Selection ALL =
                new Selection(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        public Selection {
            equalities = List.copyOf(equalities);
        }
    }

    /**
     * A part of the selected features.
     *
     * @param limit how many features at the most; 0 asks for their number only
     * @param order what to sort by; features equal in all of it, and all features where it is empty, come in the order
     *     of their ids
     * @param after where the part begins; absent for the first part
     */
    public record Page(int limit, List<SortKey> order, Optional<PagePosition> after) {
        public Page {
            order = List.copyOf(order);
        }
    }

    /**
     * What is wanted of each feature.
     *
     * @param srid the coordinate reference system, by its number in PostGIS, of the geometries
     * @param properties those wanted of the layer's properties, in the layer's order
     */
    public record Output(int srid, List<Property> properties) {
        public Output {
            properties = List.copyOf(properties);
        }

        /** All of the layer's properties. */
        public static Output of(Layer layer, int srid) {
            return new Output(srid, layer.properties());
        }
    }
}
