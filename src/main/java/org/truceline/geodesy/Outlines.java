package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The union of the outlines of all stretches and of the polygons themselves.
 *
 * <p>Union adds no error. A point on the boundary of the union is on some outline, so its distance to the geometry is
 * at most d + ε; it is outside of all others, so its distance to each stretch is at least d − ε.
 */
final class Outlines {

    private final GeometryParts parts;
    private final GeodesicDistance truth;
    private final double distanceMeters;
    private final GeometryFactory factory;

    Outlines(GeometryParts parts, GeodesicDistance truth, double distanceMeters, GeometryFactory factory) {
        this.parts = parts;
        this.truth = truth;
        this.distanceMeters = distanceMeters;
        this.factory = factory;
    }

    /** A polygon or multipolygon within longitudes ±180, empty when there are no parts. */
    Geometry union(double toleranceMeters) {
        List<Geometry> outlines = new ArrayList<>();
        for (List<Piece> run : parts.runs()) {
            for (Stretch stretch : Stretch.listOf(run, distanceMeters)) {
                Coordinate[] ring = Outline.trace(stretch, truth, distanceMeters, toleranceMeters);
                outlines.addAll(Antimeridian.split(factory.createPolygon(ring)));
            }
        }
        for (Polygon polygon : parts.polygons()) {
            outlines.addAll(Antimeridian.split(polygon));
        }
        Geometry union = OverlayNGRobust.union(outlines, factory);
        List<Polygon> areas = new ArrayList<>();
        for (Object area : PolygonExtracter.getPolygons(union)) {
            areas.add(withoutFalseHoles((Polygon) area));
        }
        return areas.size() == 1 ? areas.get(0) : factory.createMultiPolygon(areas.toArray(new Polygon[0]));
    }

    /**
     * Rounding of the union could leave a crack between outlines that only just overlap. None has been seen in thousands
     * of random shapes, and asking is cheap: a hole is real if its inside is farther away than the distance.
     */
    private Polygon withoutFalseHoles(Polygon area) {
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < area.getNumInteriorRing(); i++) {
            LinearRing hole = area.getInteriorRingN(i);
            Coordinate inside = factory.createPolygon(hole).getInteriorPoint().getCoordinate();
            if (truth.metersFrom(inside.x, inside.y) > distanceMeters) {
                holes.add(hole);
            }
        }
        return factory.createPolygon(area.getExteriorRing(), holes.toArray(new LinearRing[0]));
    }
}
