package org.truceline.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Areas on the WGS84 ellipsoid, in square metres.
 *
 * <p><b>Straight edges.</b> With A(φ) the area between the equator and latitude φ, per radian of longitude, a ring's
 * area is ∮ A(φ) dλ by Green's theorem ({@link Wgs84#areaToEquator}). Along a straight edge φ is linear in λ, so an
 * edge's part is its Δλ times the mean of A over its latitudes. The antimeridian is nothing to this, and a pole is
 * inside when the ring runs along latitude ±90, as rings in the plane have to.
 *
 * <p><b>Geodesic edges</b> are GeographicLib's {@code PolygonArea}: Karney, Algorithms for geodesics, J. Geodesy 87,
 * 2013, §6. A ring then means the smaller of the two areas that it parts.
 */
public final class GeodesicArea {

    private GeodesicArea() {}

    /**
     * The area of all polygons of a geometry, holes taken off; 0 for points, lines and what is empty. Polygons of a
     * collection that overlap count twice.
     *
     * @param polygons in longitude/latitude degrees, rings in either direction
     * @throws IllegalArgumentException if a coordinate is not a number, a longitude is beyond ±540, a latitude beyond
     *     ±90, or a polygon of straight edges is not valid, so that its inside is not known
     */
    public static double of(Geometry polygons, Edges edges) {
        double sum = 0;
        for (Object element : PolygonExtracter.getPolygons(polygons)) {
            Polygon polygon = (Polygon) element;
            if (!polygon.isEmpty()) {
                sum += ofPolygon(polygon, edges);
            }
        }
        return sum;
    }

    private static double ofPolygon(Polygon polygon, Edges edges) {
        double area = ofRing(polygon.getExteriorRing(), edges);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= ofRing(polygon.getInteriorRingN(i), edges);
        }
        if (edges == Edges.STRAIGHT) {
            Validity.require(polygon, "A polygon is not valid, so its inside is not known");
        }
        return area;
    }

    private static double ofRing(LinearRing ring, Edges edges) {
        return switch (edges) {
            case STRAIGHT -> Math.abs(straight(ring.getCoordinateSequence()));
            case GEODESIC -> Math.abs(geodesic(ring.getCoordinateSequence()));
        };
    }

    private static double straight(CoordinateSequence ring) {
        double sum = 0;
        LonLat from = LonLat.checked(ring.getCoordinate(0));
        for (int i = 1; i < ring.size(); i++) {
            LonLat to = LonLat.checked(ring.getCoordinate(i));
            sum += Math.toRadians(to.longitude() - from.longitude())
                    * meanAreaToEquator(from.latitude(), to.latitude());
            from = to;
        }
        return sum;
    }

    private static double meanAreaToEquator(double from, double to) {
        return Quadrature.integral(
                0, 1, Math.abs(to - from), share -> Wgs84.areaToEquator(Math.toRadians(from + share * (to - from))));
    }

    private static double geodesic(CoordinateSequence ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 1; i < ring.size(); i++) {
            LonLat vertex = LonLat.checked(ring.getCoordinate(i));
            area.AddPoint(vertex.latitude(), vertex.longitude());
        }
        return area.Compute(false, true).area;
    }
}
