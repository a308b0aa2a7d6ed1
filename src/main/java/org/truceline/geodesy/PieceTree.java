package org.truceline.geodesy;

import java.util.List;

/**
 * The nearest of many pieces: a binary tree of boxes in space over the pieces in their order along the line, in which
 * neighbours in order are neighbours in space. Immutable, and safe to be asked from several threads.
 */
final class PieceTree {

    private static final int LEAF_SIZE = 2;

    /** For every node: least x, y, z, then greatest x, y, z. The children of node i are 2i + 1 and 2i + 2. */
    private final double[] boxes;

    private final Piece[] pieces;

    PieceTree(List<Piece> pieces) {
        this.pieces = pieces.toArray(new Piece[0]);
        this.boxes = new double[6 * Math.max(1, 4 * Integer.highestOneBit(Math.max(1, pieces.size())))];
        if (!pieces.isEmpty()) {
            fill(0, 0, this.pieces.length);
        }
    }

    private void fill(int node, int from, int to) {
        int box = 6 * node;
        for (int axis = 0; axis < 3; axis++) {
            boxes[box + axis] = Double.POSITIVE_INFINITY;
            boxes[box + 3 + axis] = Double.NEGATIVE_INFINITY;
        }
        if (to - from <= LEAF_SIZE) {
            for (int i = from; i < to; i++) {
                Arc arc = pieces[i].arc();
                stretch(box, arc.start());
                stretch(box, arc.control());
                stretch(box, arc.end());
            }
            return;
        }
        int middle = (from + to) >>> 1;
        fill(2 * node + 1, from, middle);
        fill(2 * node + 2, middle, to);
        for (int axis = 0; axis < 3; axis++) {
            boxes[box + axis] = Math.min(boxes[6 * (2 * node + 1) + axis], boxes[6 * (2 * node + 2) + axis]);
            boxes[box + 3 + axis] =
                    Math.max(boxes[6 * (2 * node + 1) + 3 + axis], boxes[6 * (2 * node + 2) + 3 + axis]);
        }
    }

    private void stretch(int box, Ecef p) {
        boxes[box] = Math.min(boxes[box], p.x());
        boxes[box + 1] = Math.min(boxes[box + 1], p.y());
        boxes[box + 2] = Math.min(boxes[box + 2], p.z());
        boxes[box + 3] = Math.max(boxes[box + 3], p.x());
        boxes[box + 4] = Math.max(boxes[box + 4], p.y());
        boxes[box + 5] = Math.max(boxes[box + 5], p.z());
    }

    /** The distance from a point to the nearest piece in metres; infinite when there is none. */
    double metersFrom(LonLat point) {
        Search search = new Search(Wgs84.onSurface(point));
        if (pieces.length > 0) {
            search.visit(0, 0, pieces.length);
        }
        return search.metersFrom(point);
    }

    /** One question to the tree, and the best answer so far. */
    private final class Search {

        /** Beyond it, the arc over a chord is no longer exact enough, and GeographicLib measures. */
        private static final double CHORD_LIMIT_METERS = 300_000;

        private final Ecef p;
        private double chordLimitSquared = Double.POSITIVE_INFINITY;
        private double meters = Double.POSITIVE_INFINITY;
        private int nearest = -1;
        private double nearestT;

        Search(Ecef p) {
            this.p = p;
        }

        double metersFrom(LonLat point) {
            if (nearest < 0 || meters < CHORD_LIMIT_METERS) {
                return meters;
            }
            Piece piece = pieces[nearest];
            return Wgs84.geodesicLength(point, piece.from().towards(piece.to(), nearestT));
        }

        void visit(int node, int from, int to) {
            if (to - from <= LEAF_SIZE) {
                for (int i = from; i < to; i++) {
                    measure(i);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            int left = 2 * node + 1;
            double toLeft = squaredDistanceToBox(left);
            double toRight = squaredDistanceToBox(left + 1);
            boolean leftFirst = toLeft <= toRight;
            if (leftFirst && toLeft <= chordLimitSquared) {
                visit(left, from, middle);
            }
            if (toRight <= chordLimitSquared) {
                visit(left + 1, middle, to);
            }
            if (!leftFirst && toLeft <= chordLimitSquared) {
                visit(left, from, middle);
            }
        }

        private void measure(int index) {
            Arc arc = pieces[index].arc();
            double t = arc.nearest(p);
            Ecef foot = arc.at(t);
            double chordSquared = p.squaredDistance(foot);
            if (chordSquared > chordLimitSquared) {
                return;
            }
            double length = Wgs84.arcLength(p, foot);
            if (length < meters) {
                meters = length;
                nearest = index;
                nearestT = t;
                // Arcs over equal chords differ with their azimuth: s = c(1 + κ²c²/24), and κ² varies by 2 %.
                double slack = 0.002 * chordSquared / (Wgs84.EQUATORIAL_RADIUS * Wgs84.EQUATORIAL_RADIUS);
                chordLimitSquared = chordSquared * (1 + slack);
            }
        }

        private double squaredDistanceToBox(int node) {
            int box = 6 * node;
            double dx = Math.max(0, Math.max(boxes[box] - p.x(), p.x() - boxes[box + 3]));
            double dy = Math.max(0, Math.max(boxes[box + 1] - p.y(), p.y() - boxes[box + 4]));
            double dz = Math.max(0, Math.max(boxes[box + 2] - p.z(), p.z() - boxes[box + 5]));
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
