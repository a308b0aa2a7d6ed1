package org.truceline.geodesy;

/** Cuts edges into {@link Pieces} that follow them within {@link #FIT_METERS}. */
sealed interface EdgeCutter permits StraightCutter, GeodesicCutter {

    double FIT_METERS = 2e-5;

    /** A parabola follows a great circle of this length within 1.3·10⁻⁵ m. */
    double LONGEST_METERS = 4_000;

    /** Adds the pieces of the edge between two points, in order. */
    void cut(LonLat from, Ecef start, LonLat to, Ecef end);

    /**
     * A cutter for edges of a kind.
     *
     * @param mostBendMeters how far a piece may stray from the geodesic between its ends
     */
    static EdgeCutter of(Edges edges, Pieces pieces, double mostBendMeters) {
        return switch (edges) {
            case STRAIGHT -> new StraightCutter(pieces, mostBendMeters);
            case GEODESIC -> new GeodesicCutter(pieces);
        };
    }
}
