package org.truceline.geodesy;

/** The distance to a whole geometry, the inside of its polygons included. */
final class WholeField implements Field {

    private final GeodesicDistance distance;
    private final PieceTree.Search search;

    WholeField(GeodesicDistance distance) {
        this.distance = distance;
        this.search = distance.tree().search();
    }

    /** Finds what is nearest to a point on the surface, without regard to the insides of polygons. */
    PieceTree.Search ask(Ecef point) {
        search.ask(point);
        return search;
    }

    boolean isInside(Ecef point) {
        return distance.hasInside() && distance.isInside(Wgs84.toLonLat(point));
    }

    @Override
    public Probe probe(LonLat place, Ecef point) {
        if (distance.isInside(place)) {
            return new Probe(place, point, 0, INSIDE);
        }
        search.ask(point);
        return new Probe(place, point, search.meters(), search.piece());
    }

    @Override
    public double metersTo(int piece, Ecef point) {
        return piece == INSIDE ? Double.POSITIVE_INFINITY : search.metersTo(piece, point);
    }

    @Override
    public double metersToFoot(Probe probe, Ecef point) {
        return Wgs84.arcLength(distance.tree().pieces().foot(probe.piece(), probe.point()), point);
    }

    @Override
    public double bend(int piece) {
        return piece == INSIDE ? 0 : distance.tree().pieces().bend(piece);
    }
}
