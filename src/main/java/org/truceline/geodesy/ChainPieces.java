package org.truceline.geodesy;

import java.util.Arrays;

/** The edges of a chain, of either kind, as {@link Pieces} that follow them, and what part of which edge each piece is. */
final class ChainPieces {

    private static final double LONGEST_METERS = 4_000;

    /** Near a pole an edge may spiral without end; pieces shorter than this are taken as they are. */
    private static final double SHORTEST_METERS = 0.1;

    private static final double WIDEST_DEGREES = 10;

    private final Pieces pieces;
    private int[] edges;
    /** For each piece: the shares of the edge where it starts and where it ends. */
    private double[] shares;

    private ChainPieces(int expected) {
        this.pieces = new Pieces(expected);
        this.edges = new int[Math.max(1, expected)];
        this.shares = new double[2 * edges.length];
    }

    static ChainPieces of(EdgeChain chain) {
        ChainPieces all = new ChainPieces(chain.size());
        for (int i = 0; i < chain.size(); i++) {
            Edge edge = chain.edge(i);
            all.cut(i, edge, End.at(edge, 0), End.at(edge, 1));
        }
        return all;
    }

    Pieces pieces() {
        return pieces;
    }

    /** The number of the edge that a piece is of. */
    int edge(int piece) {
        return edges[piece];
    }

    /** The share of the edge at the parameter t of a piece. */
    double share(int piece, double t) {
        double first = shares[2 * piece];
        double last = shares[2 * piece + 1];
        return t == 1 ? last : first + t * (last - first);
    }

    private record End(double share, LonLat place, Ecef point) {

        static End at(Edge edge, double share) {
            LonLat place = edge.at(share);
            return new End(share, place, Wgs84.onSurface(place));
        }
    }

    private void cut(int number, Edge edge, End from, End to) {
        End middle = End.at(edge, (from.share + to.share) / 2);
        if (isFit(edge, from, middle, to)) {
            add(number, from, middle, to);
        } else {
            cut(number, edge, from, middle);
            cut(number, edge, middle, to);
        }
    }

    private static boolean isFit(Edge edge, End from, End middle, End to) {
        // An edge round the world ends where it begins: the angle is asked before the chords.
        if (Math.abs(to.place.longitude() - from.place.longitude()) > WIDEST_DEGREES) {
            return false;
        }
        double length = from.point.distance(middle.point) + middle.point.distance(to.point);
        if (length <= SHORTEST_METERS) {
            return true;
        }
        // A parabola through the three misses most near the quarter points.
        return length <= LONGEST_METERS
                && misfit(edge, from, middle, to) <= EdgeCutter.FIT_METERS
                && misfit(edge, to, middle, from) <= EdgeCutter.FIT_METERS;
    }

    private static double misfit(Edge edge, End near, End middle, End far) {
        Ecef quarter = End.at(edge, (near.share + middle.share) / 2).point;
        Ecef parabola = near.point.times(0.375).plus(middle.point.times(0.75)).minus(far.point.times(0.125));
        return quarter.distance(parabola);
    }

    private void add(int edge, End from, End middle, End to) {
        int piece = pieces.size();
        if (piece == edges.length) {
            edges = Arrays.copyOf(edges, 2 * piece);
            shares = Arrays.copyOf(shares, 4 * piece);
        }
        edges[piece] = edge;
        shares[2 * piece] = from.share;
        shares[2 * piece + 1] = to.share;
        pieces.add(from.point, middle.point, to.point);
    }
}
