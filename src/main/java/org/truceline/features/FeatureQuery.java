package org.truceline.features;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.truceline.layers.GeometryColumn;
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
    /** One feature, as it is or as it was known at a moment. */
    public static FeatureQuery byId(Layer layer, PropertyValue id, int srid, Optional<Instant> asOf) {
        PropertyEquals isThisOne = new PropertyEquals(layer.idColumn(), id);
        Selection selection =
                new Selection(Optional.empty(), Optional.empty(), List.of(isThisOne), Optional.empty(), asOf);
        return new FeatureQuery(layer, selection, new Page(1, List.of(), Optional.empty()), Output.of(layer, srid));
    }

    /** The features of these ids that the layer shows. */
    public static FeatureQuery byIds(Layer layer, List<PropertyValue> ids, int srid) {
        LayerFilter areThese = LayerFilter.oneOf(layer.idColumn(), ids);
        Selection selection =
                new Selection(Optional.empty(), Optional.empty(), List.of(), Optional.of(areThese), Optional.empty());
        return new FeatureQuery(layer, selection, Page.all(List.of(), Tie.ID), Output.of(layer, srid));
    }

    /** The same with its ties in the order of the ids. */
    FeatureQuery tiedById() {
        return new FeatureQuery(layer, selection, new Page(page.limit, page.order, page.after), output);
    }

    /** The tile that the features are wanted for, in its own coordinates. */
    public Optional<TileFrame> tile() {
        return selection.box().filter(TileFrame.class::isInstance).map(TileFrame.class::cast);
    }

    /**
     * The conditions that a feature has to meet, all of them.
     *
     * @param box its geometry meets this box; a feature without geometry meets none. That of a tile says besides in which
     *     coordinates geometries come
     * @param time its time meets this interval; a feature whose time is not known meets none
     * @param equalities its properties have these values
     * @param filter what it says is true of the feature; not where it is unknown
     * @param asOf the features are those that were known at this moment, as they were known then; without it, the present
     */
    public record Selection(
            Optional<Box> box,
            Optional<TimeInterval> time,
            List<PropertyEquals> equalities,
            Optional<LayerFilter> filter,
            Optional<Instant> asOf) {
        /** No conditions. */
        public static final Selection ALL =
                new Selection(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

        public Selection {
            equalities = List.copyOf(equalities);
        }
    }

    /**
     * A part of the selected features, or all of them.
     *
     * @param limit how many features at the most; 0 asks for their number only
     * @param order what to sort by
     * @param tie in which order features come that are equal in all of it, and all features where it is empty
     * @param after where the part begins; absent for the first part
     */
    public record Page(long limit, List<SortKey> order, Tie tie, Optional<PagePosition> after) {
        private static final long NO_LIMIT = Long.MAX_VALUE;

        public Page {
            order = List.copyOf(order);
        }

        /** A part that other parts may follow: its ties are in the order of the ids, so that it ends at one place. */
        public Page(long limit, List<SortKey> order, Optional<PagePosition> after) {
            this(limit, order, Tie.ID, after);
        }

        /** All of the selected features. */
        public static Page all(List<SortKey> order, Tie tie) {
            return new Page(NO_LIMIT, order, tie, Optional.empty());
        }

        boolean isAll() {
            return limit == NO_LIMIT;
        }

        boolean isAsStored() {
            return tie == Tie.STORAGE;
        }
    }

    /** In which order features come that nothing else orders. */
    public enum Tie {
        ID,
        /** As they are stored, where that is an order: the first one comes soonest. Otherwise in the order of the ids. */
        STORAGE,
        /** Neighbours near each other, as on a Hilbert curve; those without geometry last, those in one place by their ids. */
        PLACE
    }

    /**
     * What is wanted of each feature, or how many of them there are.
     *
     * @param srid the coordinate reference system, by its number in PostGIS, of the geometries
     * @param properties those wanted of the layer's properties, in the layer's order
     * @param grouping in which groups features are counted, and none of them comes
     */
    public record Output(int srid, List<Property> properties, Optional<Grouping> grouping) {
        public Output {
            properties = List.copyOf(properties);
        }

        /** Of features themselves. */
        public Output(int srid, List<Property> properties) {
            this(srid, properties, Optional.empty());
        }

        /** How many there are in groups. */
        public static Output counted(Grouping grouping) {
            return new Output(GeometryColumn.CRS84_SRID, List.of(), Optional.of(grouping));
        }

        /** All of the layer's properties. */
        public static Output of(Layer layer, int srid) {
            return new Output(srid, layer.properties());
        }
    }
}
