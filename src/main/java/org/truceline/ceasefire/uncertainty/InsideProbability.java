package org.truceline.ceasefire.uncertainty;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The probability that a position of a given distribution is inside of a zone.
 *
 * <p>How it is found: the distribution is cut into cells. The depth of a zone changes by no more than the way travelled,
 * so a cell whose centre is deeper than the cell's radius is inside as a whole, and one that is clear by more is outside.
 * Of the others the heaviest is halved, until what is undecided weighs less than {@link #TOLERANCE}: this is a bound of
 * the error that holds for any shape of the zone. The undecided cells then count in part, as if the zone's edge passed
 * through them straight; what they miss cancels out, and the result is closer by one to two digits than the bound.
 *
 * @param value from 0 to 1
 * @param maxError a bound of |value − the true probability|
 */
public record InsideProbability(double value, double maxError) {
    static final double TOLERANCE = 0.002;

    /** The mean width of a cell across the zone's edge, in radii: between those of a square's side and diagonal. */
    private static final double WIDTH_IN_RADII = 1.75;

    /** Far above what a straight edge through the middle of a distribution takes. */
    private static final int MOST_CELLS = 50_000;

    /** Where the edge fills the distribution more finely than the cells allow, the bound says so. */
    public static InsideProbability of(Whereabouts whereabouts, Depth depth) {
        Sorting sorting = new Sorting(depth);
        whereabouts.cells().forEach(sorting::add);
        return sorting.result();
    }

    /** Whether all of the distribution is inside, as closely as that is told. */
    public boolean isOfAll() {
        return value >= 1 - TOLERANCE;
    }

    /** Whether none of the distribution is inside, as closely as that is told. */
    public boolean isOfNone() {
        return value <= TOLERANCE;
    }

    /** A cell that the edge may cross, with the depth of its centre. */
    private record Open(Cell cell, double mass, double depthMeters, double radiusMeters) {
        /** How much of the cell lies inside, if the edge is straight. */
        double insideShare() {
            double width = WIDTH_IN_RADII * radiusMeters;
            double reach = width == 0 || Double.isInfinite(width) ? Math.signum(depthMeters) / 2 : depthMeters / width;
            return Math.max(0, Math.min(1, 0.5 + reach));
        }
    }

    /** The work: cells decided are added up, the others wait, the heaviest first. */
    private static final class Sorting {
        private final Depth depth;
        private final PriorityQueue<Open> open =
                new PriorityQueue<>(Comparator.comparingDouble(Open::mass).reversed());
        private double inside;
        private double undecided;
        private int asked;

        Sorting(Depth depth) {
            this.depth = depth;
        }

        void add(Cell cell) {
            asked++;
            Spot centre = cell.centre();
            double meters = depth.metersAt(centre.longitude(), centre.latitude());
            double radius = cell.radiusMeters();
            if (meters > radius) {
                inside += cell.mass();
            } else if (meters >= -radius && radius > 0) {
                open.add(new Open(cell, cell.mass(), meters, radius));
                undecided += cell.mass();
            }
        }

        InsideProbability result() {
            while (undecided > TOLERANCE && asked < MOST_CELLS) {
                Open heaviest = open.remove();
                undecided -= heaviest.mass();
                heaviest.cell().halves().forEach(this::add);
            }
            double estimate = inside;
            for (Open cell : open) {
                estimate += cell.mass() * cell.insideShare();
            }
            // Rounding of some thousand additions stays below a part in 10¹².
            return new InsideProbability(Math.max(0, Math.min(1, estimate)), Math.max(0, undecided));
        }
    }
}
