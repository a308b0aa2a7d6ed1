package org.truceline.editing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truceline.layers.Layer;

/** Why an edit was not made; nothing of it was. */
public abstract sealed class EditFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Layer layer;

    private EditFailure(String message) {
        super(message);
    }

    /** What is wrong and what was expected, a sentence. */
    public final String told() {
        return String.valueOf(getMessage());
    }

    /** The same failure, of a feature of this layer: its names of properties are the layer's. */
    EditFailure in(Layer ofFeature) {
        layer = ofFeature;
        return this;
    }

    /** The layer, whose names of properties it tells. */
    public Optional<Layer> layer() {
        return Optional.ofNullable(layer);
    }

    /** What it says can't be so. */
    public static final class Invalid extends EditFailure {
        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Invalid(List<Fault> faults) {
            super(
                    faults.stream().anyMatch(fault -> fault.feature().isPresent())
                            ? "The features can't be kept as they are, and none was created; expected are some without the"
                                    + " faults that are listed."
                            : "The feature can't be kept as it is; expected is one without the faults that are listed.");
            this.faults = List.copyOf(faults);
        }

        /** All of them. */
        public List<Fault> faults() {
            return faults;
        }
    }

    /** The layer has no such feature. */
    public static final class Missing extends EditFailure {
        private static final long serialVersionUID = 1L;

        Missing(String layerId, String featureId) {
            super("There is no feature \"" + featureId + "\" in the collection \"" + layerId + "\".");
        }
    }

    /** The feature isn't in the state that the client takes it to be in. */
    public static final class Passed extends EditFailure {
        private static final long serialVersionUID = 1L;

        Passed(long rev) {
            super("The feature has been changed, and is at rev " + rev + "; expected is the tag of its present state.");
        }
    }

    /** Others changed the same otherwise. */
    public static final class Conflicting extends EditFailure {
        private static final long serialVersionUID = 1L;

        private final long rev;
        private final transient List<Conflict> conflicts;

        Conflicting(long rev, List<Conflict> conflicts) {
            super("Somebody else has changed the same since; expected is an edit of rev " + rev
                    + ", or one that leaves the properties alone that are listed.");
            this.rev = rev;
            this.conflicts = List.copyOf(conflicts);
        }

        /** Of the feature as it stands. */
        public long rev() {
            return rev;
        }

        public List<Conflict> conflicts() {
            return conflicts;
        }
    }

    /** There is a record of this id, though perhaps not in this layer. */
    public static final class Taken extends EditFailure {
        private static final long serialVersionUID = 1L;

        Taken(String id) {
            super("The id \"" + id + "\" is taken; expected is another one, or none: then the server makes one.");
        }
    }

    /** Other records refer to it. */
    public static final class StillNeeded extends EditFailure {
        private static final long serialVersionUID = 1L;

        StillNeeded(String what) {
            super("The feature can't be deleted while other records refer to it: " + what + ".");
        }
    }

    /** The same request is being done just now. */
    public static final class UnderWay extends EditFailure {
        private static final long serialVersionUID = 1L;

        UnderWay() {
            super("A request of this key is still under way; expected is the same one again, once it has ended.");
        }
    }

    /** The key of the request was another one's. */
    public static final class OtherRequest extends EditFailure {
        private static final long serialVersionUID = 1L;

        OtherRequest() {
            super("Another request was done under this key; expected is a key of its own for each,"
                    + " and exactly the same request where it is repeated.");
        }
    }
}
