package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an edge that is straight in longitude/latitude, short enough for its {@link Arc} to follow it within
 * {@link #FIT_METERS}. An isolated point is a piece without length.
 */
record Piece(LonLat from, LonLat to, Arc arc) {

    private static final double FIT_METERS = 2e-5;
    private static final double LONGEST_METERS = 4_000;
    /** Near a pole an edge may spiral without end; pieces shorter than this are taken as they are. */
    private static final double SHORTEST_METERS = 0.1;

    private static final double WIDEST_DEGREES = 10;

    static Piece of(LonLat from, LonLat to) {
        return new Piece(
                from,
                to,
                Arc.through(Wgs84.onSurface(from), Wgs84.onSurface(from.towards(to, 0.5)), Wgs84.onSurface(to)));
    }

    /** Cuts the edge between two points into pieces, in order. */
    static List<Piece> cut(LonLat from, LonLat to) {
        List<Piece> pieces = new ArrayList<>();
        cut(of(from, to), pieces);
        return pieces;
    }

    private static void cut(Piece piece, List<Piece> pieces) {
        if (piece.isShort()) {
            pieces.add(piece);
        } else {
            for (Piece half : piece.halves()) {
                cut(half, pieces);
            }
        }
    }

    List<Piece> halves() {
        LonLat middle = from.towards(to, 0.5);
        return List.of(of(from, middle), of(middle, to));
    }

    private boolean isShort() {
        // An edge round the world ends where it begins: the angle is asked before the chords.
        if (Math.abs(to.longitude() - from.longitude()) > WIDEST_DEGREES) {
            return false;
        }
        double length = arc.start().distance(arc.middle()) + arc.middle().distance(arc.end());
        return length <= SHORTEST_METERS || (length <= LONGEST_METERS && misfit() <= FIT_METERS);
    }

    /** The cubic term that the parabola leaves out is largest near the quarter points. */
    private double misfit() {
        return Wgs84.onSurface(from.towards(to, 0.25)).distance(arc.at(0.25));
    }
}
