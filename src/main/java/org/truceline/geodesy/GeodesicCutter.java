package org.truceline.geodesy;

/**
 * Cuts geodesics into pieces. A piece's middle is the point on the surface straight over the middle of its chord: the
 * plane that the geodesic osculates at its middle holds the vertical there, and within 4 km the curve leaves the plane
 * by less than 10⁻⁷ m. So short edges, of which borders mostly consist, need no geodesic to be solved for.
 */
record GeodesicCutter(Pieces pieces) implements EdgeCutter {

    @Override
    public void cut(LonLat from, Ecef start, LonLat to, Ecef end) {
        if (start.distance(end) <= LONGEST_METERS) {
            add(start, end);
            return;
        }
        Edge edge = Edges.GEODESIC.between(from, to);
        int parts = (int) Math.ceil(edge.lengthMeters() / LONGEST_METERS);
        Ecef last = start;
        for (int part = 1; part <= parts; part++) {
            Ecef next = part == parts ? end : Wgs84.onSurface(edge.at(part / (double) parts));
            add(last, next);
            last = next;
        }
    }

    private void add(Ecef start, Ecef end) {
        pieces.add(start, Wgs84.raise(start.plus(end).times(0.5)), end);
    }
}
