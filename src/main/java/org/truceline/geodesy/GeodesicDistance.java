package org.truceline.geodesy;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The distance along the WGS84 ellipsoid from any point to one geometry, indexed once and asked often: a few
 * microseconds a question.
 *
 * <p>Coordinates are degrees in the order longitude, latitude (CRS84); longitudes may be unwrapped, within ±540. A point inside a polygon is at distance 0. An empty
 * geometry is infinitely far from everywhere.
 *
 * <p>Every edge is cut into {@link Pieces} that follow it within 2·10⁻⁵ m. A tree of boxes finds the
 * nearest piece by straight distance, and {@link Wgs84#arcLength} turns the chord into the length of the geodesic. The
 * result agrees with GeographicLib within 10⁻⁴ m to 300 km and 10⁻³ m to 500 km. Beyond, GeographicLib measures
 * ({@link FarSearch}).
 *
 * <p>Immutable and thread-safe.
 */
public final class GeodesicDistance {

    private final PieceTree tree;
    private final Insides insides;

    private GeodesicDistance(GeometryParts parts) {
        this.tree = new PieceTree(parts.pieces());
        this.insides = new Insides(parts.polygons());
    }

    /** Indexes a geometry whose edges are straight in longitude/latitude. See {@link #to(Geometry, Edges)}. */
    public static GeodesicDistance to(Geometry geometry) {
        return to(geometry, Edges.STRAIGHT);
    }

    /**
     * Indexes a geometry.
     *
     * @param geometry points, lines, polygons or a collection of them, in longitude/latitude degrees
     * @param edges what its edges are; the inside of polygons with geodesic edges is known within a millimetre
     * @throws IllegalArgumentException if a coordinate is not a number, a longitude is beyond ±540, a latitude beyond
     *     ±90, or a polygon is not valid
     */
    public static GeodesicDistance to(Geometry geometry, Edges edges) {
        return to(GeometryParts.of(geometry, edges, Double.POSITIVE_INFINITY));
    }

    /**
     * Indexes the boundary of polygons, holes included: a point inside has a distance too. Where a polygon is cut at
     * longitude ±180 (RFC 7946 §3.1.9), or led along a pole, that is no boundary.
     *
     * @param polygons in longitude/latitude degrees, their edges straight in these
     * @throws IllegalArgumentException on a coordinate as in {@link #to}, and if there is anything but polygons
     */
    public static GeodesicDistance toBoundary(Geometry polygons) {
        List<LineString> lines = EarthBoundary.of(polygons);
        return to(polygons.getFactory().createMultiLineString(lines.toArray(LineString[]::new)));
    }

    static GeodesicDistance to(GeometryParts parts) {
        return new GeodesicDistance(parts);
    }

    /**
     * The distance in metres from a point to the nearest point of the geometry.
     *
     * @param longitude degrees; any finite value, whole turns are ignored
     * @param latitude degrees within ±90
     */
    public double metersFrom(double longitude, double latitude) {
        LonLat point = new LonLat(longitude, latitude);
        if (isInside(point)) {
            return 0;
        }
        PieceTree.Search search = tree.search();
        search.ask(Wgs84.onSurface(point));
        return search.meters();
    }

    /** A bound of the error of a distance that is about so long, at most 505 km, metres. */
    static double errorMeters(double meters) {
        return EdgeCutter.FIT_METERS + Wgs84.arcLengthError(meters);
    }

    /** The pieces, polygons' rings among them, without their insides. */
    PieceTree tree() {
        return tree;
    }

    boolean hasInside() {
        return !insides.isEmpty();
    }

    boolean isInside(LonLat point) {
        return insides.hold(point);
    }
}
