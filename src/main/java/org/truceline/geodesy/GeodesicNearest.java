package org.truceline.geodesy;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The place of a geometry that is nearest to any point, along the WGS84 ellipsoid: how far it is, in which direction,
 * and on which side of the geometry the point is. Indexed once and asked often, some microseconds a question.
 *
 * <p>Coordinates are degrees in the order longitude, latitude (CRS84). Longitudes of the geometry may be unwrapped,
 * within ±540; those of answers are within ±180.
 *
 * <p><b>How.</b> The edges are cut into {@link Pieces} that follow them within 2·10⁻⁵ m, and a tree of boxes in space
 * finds the nearest piece. Straight distances c through the Earth serve as bounds of geodesic ones, s: by the curvature
 * of the ellipsoid, which is between κ = b/a² at the poles and K = a/b² along the meridian at the equator,
 *
 * <pre>  (2/κ)·asin(κc/2) ≤ s ≤ (2/K)·asin(Kc/2).</pre>
 *
 * <p>The second is Schur's comparison theorem. For the first, all balls of radius 1/κ that hold two points on the
 * ellipsoid have a spindle in common, which lies within the ellipsoid (Blaschke's rolling theorem). A way on the
 * ellipsoid is no shorter than its projection on to the convex spindle, and the shortest way from tip to tip of that is
 * an arc of radius 1/κ. So no nearer place is missed. {@link Footing} then solves for the foot on the edge itself, by
 * GeographicLib, which also measures the answer.
 *
 * <p><b>How exact.</b> The length and the direction to the place that is named are GeographicLib's. No other place is
 * nearer by more than 10⁻⁴ m. Where two places are almost equally near, either may be named.
 *
 * <p>Immutable and thread-safe.
 */
public final class GeodesicNearest {

    /** Nearer than that, sides are only rounding. */
    private static final double ON_LINE_METERS = 2e-8;

    private final EdgeChain chain;
    private final ChainPieces pieces;
    private final PieceTree tree;
    private final Insides insides;
    private final boolean isBoundary;

    private GeodesicNearest(Geometry lines, Edges edges, List<Polygon> polygons, boolean isBoundary) {
        this.chain = EdgeChain.of(lines, edges);
        if (chain.size() == 0) {
            throw new IllegalArgumentException(
                    "Expected a geometry with a place that can be nearest, not an empty one");
        }
        this.pieces = ChainPieces.of(chain);
        this.tree = new PieceTree(pieces.pieces());
        this.insides = new Insides(polygons);
        this.isBoundary = isBoundary;
    }

    /**
     * Indexes a geometry. A point inside one of its polygons is itself the nearest place.
     *
     * @param geometry points, lines, polygons or a collection of them, not empty, in longitude/latitude degrees
     * @param edges what its edges are; the inside of polygons with geodesic ones is known within a millimetre
     * @throws IllegalArgumentException if there is no place in it, a coordinate is not a number, a longitude is beyond
     *     ±540, a latitude beyond ±90, or a polygon is not valid or has a geodesic edge over a pole
     */
    public static GeodesicNearest of(Geometry geometry, Edges edges) {
        return new GeodesicNearest(geometry, edges, GeometryParts.insides(geometry, edges), false);
    }

    /**
     * Indexes the boundary of polygons, holes included: the nearest place is on it, for a point inside too. Where a
     * polygon is cut at longitude ±180 (RFC 7946 §3.1.9), or led along a pole, that is no boundary.
     *
     * @throws IllegalArgumentException as {@link #of}, and if there is anything but polygons
     */
    public static GeodesicNearest ofBoundary(Geometry polygons, Edges edges) {
        Geometry lines = polygons.getFactory()
                .createMultiLineString(EarthBoundary.of(polygons).toArray(LineString[]::new));
        return new GeodesicNearest(lines, edges, GeometryParts.insides(polygons, edges), true);
    }

    /**
     * What is nearest to a point.
     *
     * @param longitude degrees; any finite value, whole turns are ignored
     * @param latitude degrees within ±90
     * @throws IllegalArgumentException if either is not as described
     */
    public NearestPlace to(double longitude, double latitude) {
        LonLat asker = asker(longitude, latitude);
        boolean isInside = insides.hold(asker);
        if (isInside && !isBoundary) {
            return new NearestPlace(asker, 0, Double.NaN, Side.INSIDE);
        }
        return answer(find(asker), isInside);
    }

    static LonLat asker(double longitude, double latitude) {
        return LonLat.checked(Math.IEEEremainder(longitude, 360), latitude);
    }

    private NearestPlace answer(Footing.Found found, boolean isInside) {
        boolean isOn = found.meters() <= ON_LINE_METERS;
        return new NearestPlace(
                found.place().wrapped(),
                found.meters(),
                found.meters() == 0 ? Double.NaN : found.way().azi1,
                isOn ? Side.NEITHER : side(found, isInside));
    }

    /** The foot, among edges only, that is nearest to a point. */
    Footing.Found find(LonLat asker) {
        PieceTree.Search search = tree.search();
        search.ask(Wgs84.onSurface(asker));
        int piece = search.piece();
        return new Footing(chain, asker).from(new Foot(pieces.edge(piece), pieces.share(piece, search.parameter())));
    }

    /** What {@link #to} says of a foot on a line. */
    NearestPlace answer(Footing.Found found) {
        return answer(found, false);
    }

    EdgeChain chain() {
        return chain;
    }

    private Side side(Footing.Found found, boolean isInside) {
        if (isBoundary) {
            return isInside ? Side.INSIDE : Side.OUTSIDE;
        }
        if (chain.isOfRing(found.foot().edge())) {
            return Side.OUTSIDE;
        }
        return LineSides.of(chain, found.foot(), found.way().azi2 + 180);
    }
}
