package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Polygons, of which an inward buffer leaves what is far enough from their boundary.
 *
 * @param area in the plane, within longitudes ±180
 * @param boundary as it is on Earth, without the cut at longitude ±180 and without edges at a pole
 */
record Interior(Geometry area, Geometry boundary) {

    /**
     * @throws IllegalArgumentException if there is anything but polygons, if one is not valid, or if two overlap or
     *     share an edge, since it would be neither a boundary nor inside
     */
    static Interior of(Geometry geometry, Edges edges) {
        requirePolygons(geometry);
        GeometryFactory factory = geometry.getFactory();
        List<Polygon> parts = new ArrayList<>();
        for (Polygon polygon : EarthBoundary.polygonsOf(geometry)) {
            parts.addAll(polygons(
                    OverlayNGRobust.union(List.copyOf(Antimeridian.split(PlanePolygon.of(polygon, edges))), factory)));
        }
        Geometry area = factory.createMultiPolygon(parts.toArray(Polygon[]::new));
        Validity.require(area, "Expected polygons that neither overlap nor share an edge, for a buffer inward");
        LineString[] lines = EarthBoundary.of(geometry).toArray(LineString[]::new);
        return new Interior(area, factory.createMultiLineString(lines));
    }

    private static void requirePolygons(Geometry geometry) {
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                requirePolygons(geometry.getGeometryN(i));
            }
        } else if (geometry.getDimension() < 2 && !geometry.isEmpty()) {
            throw new IllegalArgumentException("Expected polygons for a buffer inward, not a "
                    + geometry.getGeometryType() + ", which has no inside");
        }
    }

    /** What is left of the area: a polygon or multipolygon, perhaps empty. */
    Geometry without(Geometry covered) {
        List<Polygon> left = polygons(OverlayNGRobust.overlay(area, covered, OverlayNG.DIFFERENCE));
        return left.size() == 1 ? left.get(0) : area.getFactory().createMultiPolygon(left.toArray(Polygon[]::new));
    }

    private static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, polygons);
        return polygons;
    }
}
