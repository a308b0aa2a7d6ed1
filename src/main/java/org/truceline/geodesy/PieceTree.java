package org.truceline.geodesy;

/**
 * The nearest of many pieces: a binary tree of boxes in space over the pieces in their order along the line, in which
 * neighbours in order are neighbours in space. Immutable, and safe to be asked from several threads by a
 * {@link Search} each.
 */
final class PieceTree {

    private static final int LEAF_SIZE = 4;

    /** For every node: least x, y, z, then greatest x, y, z. The children of node i are 2i + 1 and 2i + 2. */
    private final double[] boxes;

    private final Pieces pieces;

    PieceTree(Pieces pieces) {
        this.pieces = pieces;
        int leaves = 1;
        while (leaves * LEAF_SIZE < pieces.size()) {
            leaves *= 2;
        }
        this.boxes = new double[6 * 2 * leaves];
        if (pieces.size() > 0) {
            fill(0, 0, pieces.size());
        }
    }

    Pieces pieces() {
        return pieces;
    }

    private void fill(int node, int from, int to) {
        int box = 6 * node;
        if (to - from <= LEAF_SIZE) {
            for (int axis = 0; axis < 3; axis++) {
                double least = Double.POSITIVE_INFINITY;
                double greatest = Double.NEGATIVE_INFINITY;
                for (int i = from; i < to; i++) {
                    double start = pieces.start(i, axis);
                    double control = pieces.control(i, axis);
                    double end = pieces.end(i, axis);
                    least = Math.min(least, Math.min(start, Math.min(control, end)));
                    greatest = Math.max(greatest, Math.max(start, Math.max(control, end)));
                }
                boxes[box + axis] = least;
                boxes[box + 3 + axis] = greatest;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        int left = 2 * node + 1;
        fill(left, from, middle);
        fill(left + 1, middle, to);
        for (int axis = 0; axis < 3; axis++) {
            boxes[box + axis] = Math.min(boxes[6 * left + axis], boxes[6 * (left + 1) + axis]);
            boxes[box + 3 + axis] = Math.max(boxes[6 * left + 3 + axis], boxes[6 * (left + 1) + 3 + axis]);
        }
    }

    /** Who looks for pieces by a measure of its own. */
    interface Visitor {
        /** Whether anything so far off in a straight line, or farther, may still matter. */
        boolean mayHold(double squaredChord);

        void visit(int piece);
    }

    Search search() {
        return new Search();
    }

    /**
     * Asks the tree, again and again, and holds the last answer. Questions that follow each other are mostly from
     * neighbouring places, so each begins with the piece that answered the one before. Not for several threads.
     */
    final class Search {

        /** Beyond it, the arc over a chord is no longer exact enough, and a {@link FarSearch} measures. */
        private static final double CHORD_LIMIT_METERS = 505_000;

        private double x;
        private double y;
        private double z;
        private int from;
        private int to;
        private double limitSquared;
        private double meters;
        private int nearest = -1;
        private double nearestT;

        private Search() {}

        /** The distance to the nearest piece in metres; infinite when there is none. */
        double meters() {
            return meters;
        }

        /** The number of the nearest piece; −1 when there is none. */
        int piece() {
            return nearest;
        }

        /** The nearest point on the nearest piece, which there has to be. */
        Ecef foot() {
            return pieces.at(nearest, nearestT);
        }

        /** The number of the nearest piece and the parameter on it, in one: a whole number where two pieces meet. */
        double position() {
            return nearest + nearestT;
        }

        /** The parameter of the nearest point on the nearest piece. */
        double parameter() {
            return nearestT;
        }

        /** Finds what is nearest to a point on the surface. */
        void ask(Ecef point) {
            ask(point, 0, pieces.size());
        }

        /** The same among the pieces from one number to before another. */
        void ask(Ecef point, int first, int end) {
            x = point.x();
            y = point.y();
            z = point.z();
            from = first;
            to = end;
            limitSquared = Double.POSITIVE_INFINITY;
            meters = Double.POSITIVE_INFINITY;
            int hint = nearest;
            nearest = -1;
            if (hint >= first && hint < end) {
                measure(hint);
            }
            if (first < end) {
                visit(0, 0, pieces.size());
            }
            if (meters > CHORD_LIMIT_METERS && nearest >= 0) {
                askFar(Wgs84.toLonLat(point));
            }
        }

        private void askFar(LonLat asker) {
            FarSearch far = new FarSearch(pieces, asker);
            far.visit(nearest);
            visit(0, 0, pieces.size(), far);
            meters = far.meters();
            nearest = far.piece();
            nearestT = far.parameter();
        }

        private void visit(int node, int first, int end, Visitor visitor) {
            if (first >= to || end <= from || !visitor.mayHold(squaredDistanceToBox(node))) {
                return;
            }
            if (end - first <= LEAF_SIZE) {
                for (int i = Math.max(first, from); i < Math.min(end, to); i++) {
                    visitor.visit(i);
                }
                return;
            }
            int middle = (first + end) >>> 1;
            visit(2 * node + 1, first, middle, visitor);
            visit(2 * node + 2, middle, end, visitor);
        }

        /** The distance to one piece, whatever the nearest is. */
        double metersTo(int piece, Ecef point) {
            double t = pieces.nearest(piece, point.x(), point.y(), point.z());
            return Wgs84.arcLength(
                    point.x(),
                    point.y(),
                    point.z(),
                    pieces.at(piece, t, 0),
                    pieces.at(piece, t, 1),
                    pieces.at(piece, t, 2));
        }

        private void visit(int node, int first, int end) {
            if (end - first <= LEAF_SIZE) {
                for (int i = Math.max(first, from); i < Math.min(end, to); i++) {
                    measure(i);
                }
                return;
            }
            int middle = (first + end) >>> 1;
            int left = 2 * node + 1;
            double toLeft = middle > from ? squaredDistanceToBox(left) : Double.POSITIVE_INFINITY;
            double toRight = middle < to ? squaredDistanceToBox(left + 1) : Double.POSITIVE_INFINITY;
            boolean leftFirst = toLeft <= toRight;
            if (leftFirst && toLeft <= limitSquared && middle > from) {
                visit(left, first, middle);
            }
            if (toRight <= limitSquared && middle < to) {
                visit(left + 1, middle, end);
            }
            if (!leftFirst && toLeft <= limitSquared && middle > from) {
                visit(left, first, middle);
            }
        }

        private void measure(int piece) {
            double t = pieces.nearest(piece, x, y, z);
            double footX = pieces.at(piece, t, 0);
            double footY = pieces.at(piece, t, 1);
            double footZ = pieces.at(piece, t, 2);
            double dx = x - footX;
            double dy = y - footY;
            double dz = z - footZ;
            double chordSquared = dx * dx + dy * dy + dz * dz;
            if (chordSquared > limitSquared) {
                return;
            }
            double length = Wgs84.arcLength(x, y, z, footX, footY, footZ);
            if (length < meters) {
                meters = length;
                nearest = piece;
                nearestT = t;
                // Arcs over equal chords differ with their azimuth: s = c(1 + κ²c²/24), and κ² varies by 2 %.
                double slack = 0.002 * chordSquared / (Wgs84.EQUATORIAL_RADIUS * Wgs84.EQUATORIAL_RADIUS);
                limitSquared = chordSquared * (1 + slack);
            }
        }

        private double squaredDistanceToBox(int node) {
            int box = 6 * node;
            double dx = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 3]));
            double dy = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 4]));
            double dz = Math.max(0, Math.max(boxes[box + 2] - z, z - boxes[box + 5]));
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
