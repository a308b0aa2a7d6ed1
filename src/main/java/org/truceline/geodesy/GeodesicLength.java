package org.truceline.geodesy;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/**
 * Lengths along the WGS84 ellipsoid, in metres.
 *
 * <p>A straight edge's length is integrated, a geodesic's is Karney's solution (GeographicLib): both are exact to some
 * 10⁻⁸ m an edge. A polar edge, along latitude ±90, has no length.
 */
public final class GeodesicLength {

    private GeodesicLength() {}

    /**
     * The length of all lines of a geometry; 0 for points, polygons and what is empty. A stretch that is gone over
     * twice counts twice.
     *
     * @param lines in longitude/latitude degrees
     * @throws IllegalArgumentException if a coordinate is not a number, a longitude is beyond ±540, or a latitude
     *     beyond ±90
     */
    public static double of(Geometry lines, Edges edges) {
        double[] sum = {0};
        lines.apply((GeometryComponentFilter) component -> {
            if (component instanceof LineString line && !(component instanceof LinearRing)) {
                sum[0] += ofLine(line, edges);
            }
        });
        return sum[0];
    }

    /**
     * The length of the boundary of polygons, holes included. Where a polygon is cut at longitude ±180 (RFC 7946
     * §3.1.9), the cut is no boundary.
     *
     * @param polygons in longitude/latitude degrees
     * @throws IllegalArgumentException as {@link #of}, and if there is anything but polygons
     */
    public static double ofBoundary(Geometry polygons, Edges edges) {
        double sum = 0;
        for (LineString line : EarthBoundary.of(polygons)) {
            sum += ofLine(line, edges);
        }
        return sum;
    }

    private static double ofLine(LineString line, Edges edges) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        double sum = 0;
        for (int i = 1; i < vertices.size(); i++) {
            LonLat from = LonLat.checked(vertices.getCoordinate(i - 1));
            LonLat to = LonLat.checked(vertices.getCoordinate(i));
            sum += edges.between(from, to).lengthMeters();
        }
        return sum;
    }
}
