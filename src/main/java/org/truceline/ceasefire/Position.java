package org.truceline.ceasefire;

import java.util.Optional;
import org.truceline.ceasefire.uncertainty.CircularNormal;
import org.truceline.ceasefire.uncertainty.Depth;
import org.truceline.ceasefire.uncertainty.InsideProbability;
import org.truceline.ceasefire.uncertainty.Spot;
import org.truceline.ceasefire.uncertainty.Whereabouts;

/** Where a report says that something was. */
sealed interface Position {
    /** The middle of it; empty where nothing is told. */
    Optional<Spot> centre();

    Standing standing(Limit limit);

    /** The probability of being inside; empty where it can't be told. */
    Optional<InsideProbability> probability(Limit limit);

    /** Why the standing may be undecided. */
    String doubt();

    /**
     * A zone.
     *
     * @param isEdgeInside whether what stands exactly at depth 0 is inside
     */
    record Limit(Depth depth, boolean isEdgeInside) {
        double depth(Spot place) {
            return depth.metersAt(place.longitude(), place.latitude());
        }
    }

    /** Nobody tells where. */
    record Untold() implements Position {
        @Override
        public Optional<Spot> centre() {
            return Optional.empty();
        }

        @Override
        public Standing standing(Limit limit) {
            return Standing.UNDECIDED;
        }

        @Override
        public Optional<InsideProbability> probability(Limit limit) {
            return Optional.empty();
        }

        @Override
        public String doubt() {
            return "where it was is not told";
        }
    }

    /** At a point, of which nobody tells how sure it is; which is not that it is exact. */
    record Vague(Spot point) implements Position {
        @Override
        public Optional<Spot> centre() {
            return Optional.of(point);
        }

        @Override
        public Standing standing(Limit limit) {
            return Standing.UNDECIDED;
        }

        @Override
        public Optional<InsideProbability> probability(Limit limit) {
            return Optional.empty();
        }

        @Override
        public String doubt() {
            return "how sure the position is, is not told";
        }
    }

    /** Exactly at a point. */
    record Exact(Spot point) implements Position {
        /** Distances are measured to 10⁻⁴ m; so near to the limit is on it. */
        private static final double ON_LIMIT_METERS = 0.001;

        @Override
        public Optional<Spot> centre() {
            return Optional.of(point);
        }

        @Override
        public Standing standing(Limit limit) {
            double meters = limit.depth(point);
            boolean isInside = Math.abs(meters) <= ON_LIMIT_METERS ? limit.isEdgeInside() : meters > 0;
            return isInside ? Standing.INSIDE : Standing.OUTSIDE;
        }

        @Override
        public Optional<InsideProbability> probability(Limit limit) {
            return Optional.of(new InsideProbability(standing(limit) == Standing.INSIDE ? 1 : 0, 0));
        }

        @Override
        public String doubt() {
            return "";
        }
    }

    /**
     * Near a point, with a circular normal error. Decided where all of the circle lies on one side of the limit.
     *
     * @param radiusMeters of the circle that holds 95 % of it; above 0
     */
    record Near(Spot point, double radiusMeters) implements Position {
        @Override
        public Optional<Spot> centre() {
            return Optional.of(point);
        }

        @Override
        public Standing standing(Limit limit) {
            double meters = limit.depth(point);
            if (Math.abs(meters) <= radiusMeters) {
                return Standing.UNDECIDED;
            }
            return meters > 0 ? Standing.INSIDE : Standing.OUTSIDE;
        }

        @Override
        public Optional<InsideProbability> probability(Limit limit) {
            return Optional.of(
                    InsideProbability.of(CircularNormal.within95Percent(point, radiusMeters), limit.depth()));
        }

        @Override
        public String doubt() {
            return "the limit passes within the uncertainty of the position";
        }
    }

    /** Anywhere in a sector or an area. Decided where all of it lies on one side of the limit. */
    record Somewhere(Whereabouts whereabouts) implements Position {
        @Override
        public Optional<Spot> centre() {
            return Optional.of(whereabouts.centre());
        }

        @Override
        public Standing standing(Limit limit) {
            InsideProbability probability = InsideProbability.of(whereabouts, limit.depth());
            if (probability.isOfAll()) {
                return Standing.INSIDE;
            }
            return probability.isOfNone() ? Standing.OUTSIDE : Standing.UNDECIDED;
        }

        @Override
        public Optional<InsideProbability> probability(Limit limit) {
            return Optional.of(InsideProbability.of(whereabouts, limit.depth()));
        }

        @Override
        public String doubt() {
            return "the limit passes through the sector or area";
        }
    }
}
