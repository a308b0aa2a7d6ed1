package org.truceline.ceasefire.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;

/** Somewhere in an area, each part of it as probable as another one of its size on the ellipsoid. */
public final class UniformArea implements Whereabouts {
    private final Geometry polygons;

    private UniformArea(Geometry polygons) {
        this.polygons = polygons;
    }

    /**
     * Anywhere in polygons.
     *
     * @param polygons a valid polygon or multipolygon with an area above 0, in longitude/latitude degrees; edges are
     *     straight in longitude/latitude (RFC 7946 §3.1.1)
     */
    public static UniformArea of(Geometry polygons) {
        if (!(polygons.getArea() > 0)) {
            throw new IllegalArgumentException("Expected an area, not " + polygons);
        }
        return new UniformArea(polygons);
    }

    /** Some point of the area's inside. */
    @Override
    public Spot centre() {
        Coordinate inside = InteriorPoint.getInteriorPoint(polygons);
        return new Spot(inside.x, inside.y);
    }

    @Override
    public List<Cell> cells() {
        Geometry triangles = ConstrainedDelaunayTriangulator.triangulate(polygons);
        List<TriangleCell> parts = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < triangles.getNumGeometries(); i++) {
            Coordinate[] corners = triangles.getGeometryN(i).getCoordinates();
            TriangleCell part = TriangleCell.of(spot(corners[0]), spot(corners[1]), spot(corners[2]));
            parts.add(part);
            sum += part.mass();
        }
        double all = sum;
        return parts.stream().<Cell>map(part -> part.times(1 / all)).toList();
    }

    private static Spot spot(Coordinate corner) {
        return new Spot(corner.x, corner.y);
    }
}
