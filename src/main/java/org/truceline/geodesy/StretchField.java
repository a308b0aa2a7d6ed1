package org.truceline.geodesy;

/** The distance to the pieces of one {@link Stretch}. */
final class StretchField implements Field {

    private final PieceTree tree;
    private final PieceTree.Search search;
    private final Stretch stretch;

    StretchField(PieceTree tree, Stretch stretch) {
        this.tree = tree;
        this.search = tree.search();
        this.stretch = stretch;
    }

    boolean has(int piece) {
        return piece >= stretch.from() && piece < stretch.to();
    }

    /** Finds what is nearest to a point on the surface. */
    PieceTree.Search ask(Ecef point) {
        search.ask(point, stretch.from(), stretch.to());
        return search;
    }

    /** The point of a piece that is nearest to p. */
    Ecef foot(int piece, Ecef p) {
        return tree.pieces().foot(piece, p);
    }

    @Override
    public Probe probe(LonLat place, Ecef point) {
        ask(point);
        return new Probe(place, point, search.meters(), search.piece());
    }

    @Override
    public double metersTo(int piece, Ecef point) {
        return search.metersTo(piece, point);
    }

    @Override
    public double metersToFoot(Probe probe, Ecef point) {
        return Wgs84.arcLength(foot(probe.piece(), probe.point()), point);
    }

    @Override
    public double bend(int piece) {
        return tree.pieces().bend(piece);
    }
}
