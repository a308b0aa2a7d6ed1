package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of pieces that stays close to the shortest way between its ends, its {@link Spine}: no farther than a share of
 * the buffer's distance. Its buffer is then star-shaped about the spine, see {@link Outline}.
 *
 * @param from the number of the first piece
 * @param to the number after that of the last
 */
record Stretch(int from, int to, Spine spine) {

    /** How far the joints of a run may stray from its spine, as a share of the distance. */
    private static final double STRAY = 0.3;

    /** How far a piece may stray from the line between its joints. With {@link #STRAY}, within the proof's half. */
    static final double BEND = 0.1;

    private static final double LONG_SPINE_METERS = 50_000;

    /** Joints are asked in passes, so that a run which strays is mostly known after the first few. */
    private static final int[] STRIDES = {256, 16, 1};

    /** Halves a run until every part is a stretch. Halving by number keeps this n·log n for any shape. */
    static List<Stretch> listOf(Pieces pieces, GeometryParts.Run run, double distanceMeters) {
        List<Stretch> stretches = new ArrayList<>();
        collect(pieces, run.from(), run.to(), distanceMeters, stretches);
        return stretches;
    }

    private static void collect(Pieces pieces, int from, int to, double distanceMeters, List<Stretch> stretches) {
        double stray = STRAY * distanceMeters;
        Spine spine = spine(pieces.at(from, 0), pieces.at(to - 1, 1), stray);
        boolean isClose = spine.lengthMeters() <= Math.max(LONG_SPINE_METERS, distanceMeters);
        for (int pass = 0; isClose && pass < STRIDES.length; pass++) {
            isClose = isWithin(stray, spine, pieces, from, to, STRIDES[pass]);
        }
        if (isClose || to - from == 1) {
            stretches.add(new Stretch(from, to, spine));
            return;
        }
        int middle = (from + to) >>> 1;
        collect(pieces, from, middle, distanceMeters, stretches);
        collect(pieces, middle, to, distanceMeters, stretches);
    }

    /** A run that ends about where it begins has no direction: its spine is a point. */
    private static Spine spine(Ecef first, Ecef last, double stray) {
        return first.distance(last) <= stray / 100 ? Spine.at(first) : Spine.between(first, last);
    }

    private static boolean isWithin(double stray, Spine spine, Pieces pieces, int from, int to, int stride) {
        for (int piece = from; piece < to - 1; piece += stride) {
            if (spine.metersFrom(pieces.at(piece, 1)) > stray) {
                return false;
            }
        }
        return true;
    }
}
