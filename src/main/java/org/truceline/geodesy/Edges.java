package org.truceline.geodesy;

/**
 * What an edge between two vertices is. The two differ by up to 37 m on the borders of countries, so whoever asks has
 * to say which one is meant.
 */
public enum Edges {
    /**
     * Straight in longitude/latitude, as GeoJSON has it (RFC 7946 §3.1.1). Longitudes may be unwrapped: an edge from
     * 179 to 181 crosses the antimeridian, an edge from 179 to −179 goes the long way round.
     */
    STRAIGHT {
        @Override
        Edge between(LonLat from, LonLat to) {
            return new StraightEdge(from, to);
        }
    },

    /**
     * The shortest way on the ellipsoid, as PostGIS's {@code geography} has it. Whole turns of longitude mean nothing:
     * an edge from 179 to −179 crosses the antimeridian. Between two antipodes, which many shortest ways join, it is
     * the one that GeographicLib names.
     */
    GEODESIC {
        @Override
        Edge between(LonLat from, LonLat to) {
            return GeodesicEdge.between(from, to);
        }
    };

    abstract Edge between(LonLat from, LonLat to);
}
