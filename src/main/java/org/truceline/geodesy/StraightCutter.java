package org.truceline.geodesy;

/** Cuts edges that are straight in longitude/latitude. */
final class StraightCutter implements EdgeCutter {

    /** Near a pole an edge may spiral without end; pieces shorter than this are taken as they are. */
    private static final double SHORTEST_METERS = 0.1;

    private static final double WIDEST_DEGREES = 10;

    private final double mostBendMeters;
    private final Pieces pieces;

    /** @param mostBendMeters how far a piece may stray from the geodesic between its ends */
    StraightCutter(Pieces pieces, double mostBendMeters) {
        this.pieces = pieces;
        this.mostBendMeters = mostBendMeters;
    }

    @Override
    public void cut(LonLat from, Ecef start, LonLat to, Ecef end) {
        LonLat between = from.towards(to, 0.5);
        Ecef middle = Wgs84.onSurface(between);
        if (isShort(from, start, middle, to, end)) {
            pieces.add(start, middle, end);
        } else {
            cut(from, start, between, middle);
            cut(between, middle, to, end);
        }
    }

    private boolean isShort(LonLat from, Ecef start, Ecef middle, LonLat to, Ecef end) {
        // An edge round the world ends where it begins: the angle is asked before the chords.
        if (Math.abs(to.longitude() - from.longitude()) > WIDEST_DEGREES) {
            return false;
        }
        double length = start.distance(middle) + middle.distance(end);
        if (length <= SHORTEST_METERS) {
            return true;
        }
        double bend = Wgs84.bendOfStraightLines(middle);
        return length <= LONGEST_METERS
                && bend * length * length / 8 <= mostBendMeters
                && (isPlainlyFit(length, bend) || misfit(from, start, middle, to, end) <= FIT_METERS);
    }

    /** The cubic term by the formula, with twice its size in hand for curvature that changes along the piece. */
    private static boolean isPlainlyFit(double length, double bend) {
        double curvatureSquared = 1 / (Wgs84.LEAST_RADIUS * Wgs84.LEAST_RADIUS) + bend * bend;
        return length * length * length * curvatureSquared <= 0.5 * 72 * Math.sqrt(3) * FIT_METERS;
    }

    /** The cubic term as it is: largest near the quarter points. */
    private static double misfit(LonLat from, Ecef start, Ecef middle, LonLat to, Ecef end) {
        Ecef quarter = Wgs84.onSurface(from.towards(to, 0.25));
        // P(1/4) of the parabola through the three.
        Ecef parabola = start.times(0.375).plus(middle.times(0.75)).minus(end.times(0.125));
        return quarter.distance(parabola);
    }
}
