package org.truceline.geodesy;

/**
 * What is nearest where arcs over chords are no longer exact: every piece that may be it is measured by GeographicLib.
 *
 * <p>Which may is told by a bound that holds for any chord c: by the least curvature κ = b/a² of the ellipsoid, no
 * geodesic over it is shorter than (2/κ)·asin(κc/2); see {@link GeodesicNearest} for why. On a piece, at most 4 km long,
 * the distance from so far is a parabola of its parameter but for a centimetre, which tells the foot within a few
 * metres, and these matter to the distance by less than 10⁻⁴ m.
 */
final class FarSearch implements PieceTree.Visitor {

    private static final double LEAST_CURVATURE_RADIUS =
            Wgs84.EQUATORIAL_RADIUS * Wgs84.EQUATORIAL_RADIUS / Wgs84.POLAR_RADIUS;

    private final Pieces pieces;
    private final LonLat asker;
    private double meters = Double.POSITIVE_INFINITY;
    private int nearest;
    private double nearestT;

    FarSearch(Pieces pieces, LonLat asker) {
        this.pieces = pieces;
        this.asker = asker;
    }

    double meters() {
        return meters;
    }

    int piece() {
        return nearest;
    }

    double parameter() {
        return nearestT;
    }

    @Override
    public boolean mayHold(double squaredChord) {
        double sine = Math.sqrt(squaredChord) / 2 / LEAST_CURVATURE_RADIUS;
        return 2 * LEAST_CURVATURE_RADIUS * Math.asin(Math.min(1, sine)) < meters;
    }

    @Override
    public void visit(int piece) {
        double middle = measure(piece, 0.5);
        double length = pieces.at(piece, 0).distance(pieces.at(piece, 1));
        if (middle - length > meters) {
            return;
        }
        double start = measure(piece, 0);
        double end = measure(piece, 1);
        double bend = start - 2 * middle + end;
        if (bend > 0) {
            double t = 0.5 + (start - end) / (4 * bend);
            if (t > 0 && t < 1) {
                measure(piece, t);
            }
        }
    }

    private double measure(int piece, double t) {
        double there = Wgs84.geodesicLength(asker, Wgs84.toLonLat(pieces.at(piece, t)));
        if (there < meters) {
            meters = there;
            nearest = piece;
            nearestT = t;
        }
        return there;
    }
}
