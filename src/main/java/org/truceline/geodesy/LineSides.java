package org.truceline.geodesy;

/**
 * Which side of a line something is on, by the direction in which it is seen from its nearest place on the line.
 *
 * <p>Within an edge the edge's direction parts left from right. At a vertex, where the line comes in along u and goes
 * out along w, the left is the sector from w counter-clockwise to −u: where the line turns right it is what is left of
 * u or of w, elsewhere what is left of both. At an end the edge is thought to go on straight ahead.
 *
 * <p>A line that comes back on itself is on both its sides at once; one of its nearest places is taken, and so one side.
 */
final class LineSides {

    private static final double STRAIGHT_AHEAD = 1e-12;

    private LineSides() {}

    /**
     * @param foot the nearest place
     * @param azimuthDegrees the direction in which the asker is seen from there
     */
    static Side of(EdgeChain chain, Foot foot, double azimuthDegrees) {
        double share = foot.share();
        if (chain.isPoint(foot.edge())) {
            return Side.NEITHER;
        }
        int in = share == 0 ? chain.before(foot.edge()) : foot.edge();
        int out = share == 1 ? chain.after(foot.edge()) : foot.edge();
        if (in == out || in == EdgeChain.NONE) {
            return ofEdge(chain.edge(out).azimuthAt(share == 1 ? 0 : share), azimuthDegrees);
        }
        double incoming = chain.edge(in).azimuthAt(share == 0 ? 1 : share);
        Side ofIn = ofEdge(incoming, azimuthDegrees);
        if (out == EdgeChain.NONE) {
            return ofIn;
        }
        double outgoing = chain.edge(out).azimuthAt(share == 1 ? 0 : share);
        Side ofOut = ofEdge(outgoing, azimuthDegrees);
        boolean turnsRight = sine(outgoing - incoming) > 0;
        Side outer = turnsRight ? Side.LEFT : Side.RIGHT;
        Side inner = turnsRight ? Side.RIGHT : Side.LEFT;
        return ofIn == outer || ofOut == outer ? outer : inner;
    }

    private static Side ofEdge(double edgeAzimuth, double azimuthDegrees) {
        double sine = sine(azimuthDegrees - edgeAzimuth);
        if (Math.abs(sine) < STRAIGHT_AHEAD) {
            return Side.NEITHER;
        }
        return sine > 0 ? Side.RIGHT : Side.LEFT;
    }

    private static double sine(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
