package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A run of pieces that stays close to the geodesic between its ends, its {@link Spine}: no farther than a share of the
 * buffer's distance. Its buffer is then star-shaped about the spine, see {@link Outline}.
 */
record Stretch(List<Piece> pieces, Spine spine, Arc spineArc) {

    /** How far a run may stray from its spine, as a share of the distance. Half is the limit of the proof. */
    static final double STRAY = 0.3;

    /** To this length a spine's arc is exact enough (0.03 m) for a buffer of one metre. */
    private static final double LONG_SPINE_METERS = 50_000;

    /** Halves a run until every part is a stretch. Halving by number keeps this n·log n for any shape. */
    static List<Stretch> listOf(List<Piece> run, double distanceMeters) {
        List<Stretch> stretches = new ArrayList<>();
        collect(run, distanceMeters, stretches);
        return stretches;
    }

    private static void collect(List<Piece> run, double distanceMeters, List<Stretch> stretches) {
        Stretch stretch = along(run, STRAY * distanceMeters);
        if (stretch.spine.lengthMeters() <= Math.max(LONG_SPINE_METERS, distanceMeters)
                && stretch.strayMeters() <= STRAY * distanceMeters) {
            stretches.add(stretch);
            return;
        }
        List<Piece> divisible = run.size() == 1 ? run.get(0).halves() : run;
        int middle = divisible.size() / 2;
        collect(divisible.subList(0, middle), distanceMeters, stretches);
        collect(divisible.subList(middle, divisible.size()), distanceMeters, stretches);
    }

    private static Stretch along(List<Piece> run, double stray) {
        Piece first = run.get(0);
        Piece last = run.get(run.size() - 1);
        boolean isClosed = first.arc().start().distance(last.arc().end()) <= stray / 100;
        Spine spine = isClosed ? Spine.at(first.from()) : Spine.between(first.from(), last.to());
        return new Stretch(run, spine, spine.arc());
    }

    /** How far the run strays from its spine, in metres, at joints and middles of pieces. */
    private double strayMeters() {
        double stray = 0;
        for (Piece piece : pieces) {
            stray = Math.max(stray, fromSpine(piece.arc().middle()));
            stray = Math.max(stray, fromSpine(piece.arc().end()));
        }
        return stray;
    }

    private double fromSpine(Ecef p) {
        return p.distance(spineArc.at(spineArc.nearest(p)));
    }

    /**
     * Where the joints of the pieces stand along the spine, as shares of its length, ascending from 0 to 1. Joints
     * closer to the one before than a spacing are left out. Empty for a spine without length.
     */
    double[] joints(double spacingMeters) {
        if (spine.lengthMeters() == 0) {
            return new double[0];
        }
        double spacing = spacingMeters / spine.lengthMeters();
        double[] inner = pieces.stream()
                .mapToDouble(piece -> spineArc.nearest(piece.arc().end()))
                .sorted()
                .toArray();
        DoubleStream.Builder joints = DoubleStream.builder().add(0);
        double last = 0;
        for (double joint : inner) {
            if (joint - last >= spacing && joint < 1) {
                joints.add(joint);
                last = joint;
            }
        }
        return joints.add(1).build().toArray();
    }
}
