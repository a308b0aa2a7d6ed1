package org.truceline.geodesy;

import java.util.Arrays;

/**
 * Short curves on the ellipsoid, one after the other, in arrays of numbers: they are asked millions of times. Each is
 * the parabola in space through the start, the middle and the end of a part of an edge,
 * P(t) = start + t·chord + 4t(1−t)·rise, 0 ≤ t ≤ 1, where the rise leads from the middle of the chord to the curve. A
 * point is a piece without length.
 *
 * <p>The parabola leaves out the cubic term: a curve of length L and radius of curvature ρ is met within
 * L³/(72√3·ρ²), 10⁻⁵ m for 4 km of a great circle. {@link EdgeCutter} cuts edges so that this holds.
 */
final class Pieces {

    /** Numbers a piece: x, y, z of the start, of the chord, and of the rise. */
    private static final int STRIDE = 9;

    /** Newton's method gains digits quadratically, and starts within the curve's small rise of the answer. */
    private static final int MOST_STEPS = 4;

    /** A foot that is off by 10⁻⁵ m along the curve is off by its square in the distance. */
    private static final double SETTLED_SQUARED = 1e-10;

    private double[] numbers;
    private int size;

    Pieces(int expected) {
        numbers = new double[STRIDE * Math.max(1, expected)];
    }

    int size() {
        return size;
    }

    void add(Ecef start, Ecef middle, Ecef end) {
        int at = STRIDE * size;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[at] = start.x();
        numbers[at + 1] = start.y();
        numbers[at + 2] = start.z();
        numbers[at + 3] = end.x() - start.x();
        numbers[at + 4] = end.y() - start.y();
        numbers[at + 5] = end.z() - start.z();
        numbers[at + 6] = middle.x() - (start.x() + end.x()) / 2;
        numbers[at + 7] = middle.y() - (start.y() + end.y()) / 2;
        numbers[at + 8] = middle.z() - (start.z() + end.z()) / 2;
        size++;
    }

    /** One coordinate (0 x, 1 y, 2 z) of a piece's start. */
    double start(int piece, int axis) {
        return numbers[STRIDE * piece + axis];
    }

    double end(int piece, int axis) {
        int at = STRIDE * piece + axis;
        return numbers[at] + numbers[at + 3];
    }

    /** The third corner of the triangle that holds the curve: the Bézier control point. */
    double control(int piece, int axis) {
        int at = STRIDE * piece + axis;
        return numbers[at] + numbers[at + 3] / 2 + 2 * numbers[at + 6];
    }

    /** One coordinate of the point at the parameter t. */
    double at(int piece, double t, int axis) {
        int at = STRIDE * piece + axis;
        return numbers[at] + t * numbers[at + 3] + 4 * t * (1 - t) * numbers[at + 6];
    }

    Ecef at(int piece, double t) {
        return new Ecef(at(piece, t, 0), at(piece, t, 1), at(piece, t, 2));
    }

    /** How much a piece curves away from the geodesic in its direction, 1/m: 0 for a point. */
    double bend(int piece) {
        int at = STRIDE * piece;
        double squaredLength = numbers[at + 3] * numbers[at + 3]
                + numbers[at + 4] * numbers[at + 4]
                + numbers[at + 5] * numbers[at + 5];
        if (squaredLength == 0) {
            return 0;
        }
        Ecef rise = new Ecef(numbers[at + 6], numbers[at + 7], numbers[at + 8]);
        Ecef start = new Ecef(numbers[at], numbers[at + 1], numbers[at + 2]);
        Ecef up = Wgs84.up(start).unit();
        Ecef aside = rise.minus(up.times(rise.dot(up)));
        // The rise of a very short piece is lost in rounding, but no edge bends more than it can.
        return Math.min(Wgs84.bendOfStraightLines(start), 8 * Math.sqrt(aside.dot(aside)) / squaredLength);
    }

    /**
     * The parameter of the point of a piece that is nearest to p, by Newton's method on the derivative of half the
     * squared distance. With w = p − start, c = chord, r = rise, q = 4t(1−t) it is
     * t·c² + (t·q′ + q)·cr + q·q′·r² − wc − q′·wr. Where p lies beyond the curve's centre of curvature there is no
     * inner minimum, and the nearer end is the answer.
     */
    double nearest(int piece, double x, double y, double z) {
        double[] n = numbers;
        int at = STRIDE * piece;
        double wx = x - n[at];
        double wy = y - n[at + 1];
        double wz = z - n[at + 2];
        double cx = n[at + 3];
        double cy = n[at + 4];
        double cz = n[at + 5];
        double rx = n[at + 6];
        double ry = n[at + 7];
        double rz = n[at + 8];
        double cc = cx * cx + cy * cy + cz * cz;
        if (cc == 0) {
            return 0;
        }
        double wc = wx * cx + wy * cy + wz * cz;
        double wr = wx * rx + wy * ry + wz * rz;
        double cr = cx * rx + cy * ry + cz * rz;
        double rr = rx * rx + ry * ry + rz * rz;
        double t = clamp(wc / cc);
        for (int step = 0; step < MOST_STEPS; step++) {
            double q = 4 * t * (1 - t);
            double dq = 4 - 8 * t;
            double slope = t * cc + (t * dq + q) * cr + q * dq * rr - wc - dq * wr;
            double bend = cc + 2 * dq * cr + dq * dq * rr + 8 * (wr - t * cr - q * rr);
            if (bend <= 0) {
                return 2 * wc <= cc ? 0 : 1;
            }
            double next = clamp(t - slope / bend);
            double step2 = (next - t) * (next - t) * cc;
            t = next;
            if (step2 < SETTLED_SQUARED) {
                break;
            }
        }
        return t;
    }

    /** The point of a piece that is nearest to p. */
    Ecef foot(int piece, Ecef p) {
        return at(piece, nearest(piece, p.x(), p.y(), p.z()));
    }

    private static double clamp(double t) {
        return Math.max(0, Math.min(1, t));
    }
}
