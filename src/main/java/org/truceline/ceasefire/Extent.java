package org.truceline.ceasefire;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A piece of the Earth with the error of its boundary.
 *
 * <p>Union, intersection and difference make no new boundary: each piece of the result's is a piece of one of the two. So
 * its error is at most the greater one of both.
 *
 * @param shape longitude, latitude on WGS84; polygons only, perhaps none
 * @param maxErrorMeters how far the boundary may be from where it should be
 */
record Extent(MultiPolygon shape, double maxErrorMeters) {

    /** Polygons as a source draws them: what they say is what is meant. */
    static Extent exact(Geometry polygons) {
        return of(polygons, 0);
    }

    static Extent of(Geometry polygons, double maxErrorMeters) {
        return new Extent(onlyPolygons(polygons), maxErrorMeters);
    }

    boolean isEmpty() {
        return shape.isEmpty();
    }

    Extent common(Extent other) {
        return overlay(other, OverlayNG.INTERSECTION);
    }

    Extent without(Extent other) {
        return overlay(other, OverlayNG.DIFFERENCE);
    }

    Extent united(Extent other) {
        return overlay(other, OverlayNG.UNION);
    }

    private Extent overlay(Extent other, int operation) {
        return of(
                OverlayNGRobust.overlay(shape, other.shape, operation), Math.max(maxErrorMeters, other.maxErrorMeters));
    }

    /** Where two shapes only touch, what they have in common has points and lines too, or an empty polygon. */
    private static MultiPolygon onlyPolygons(Geometry geometry) {
        List<Polygon> parts = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, parts);
        parts.removeIf(Polygon::isEmpty);
        return geometry.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }
}
