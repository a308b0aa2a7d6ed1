package org.truceline.ceasefire;

import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.truceline.geodesy.GeodesicDistance;

/**
 * What lies between two lines: all that they enclose together with the two edges that join their ends, each end with the
 * nearer one of the other line. Exact: every vertex of the lines is one of the area. Where the lines cross or touch, the
 * area falls into parts.
 */
final class BetweenLines {
    private static final double HALF_TURN_DEGREES = 180;

    private BetweenLines() {}

    /**
     * The area between two lines, in longitude and latitude.
     *
     * @throws IllegalArgumentException if one of them is not a single open line, or if they lie on both sides of the
     *     antimeridian
     */
    static Extent of(Geometry line, Geometry other) {
        LineString first = single(line);
        LineString second = single(other);
        if (width(first, second) > HALF_TURN_DEGREES) {
            throw new IllegalArgumentException("the two lines lie on both sides of the antimeridian");
        }
        LineString facing = meters(first.getStartPoint(), second.getStartPoint())
                                + meters(first.getEndPoint(), second.getEndPoint())
                        <= meters(first.getStartPoint(), second.getEndPoint())
                                + meters(first.getEndPoint(), second.getStartPoint())
                ? second
                : second.reverse();
        Geometry linework = first.getFactory().createMultiLineString(new LineString[] {
            first,
            facing,
            edge(first, first.getStartPoint(), facing.getStartPoint()),
            edge(first, first.getEndPoint(), facing.getEndPoint())
        });
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.union(linework));
        return Extent.exact(OverlayNGRobust.union(polygonizer.getGeometry()));
    }

    private static LineString single(Geometry line) {
        LineMerger merger = new LineMerger();
        merger.add(line);
        Collection<?> parts = merger.getMergedLineStrings();
        if (parts.size() != 1) {
            throw new IllegalArgumentException(
                    "one of the two lines consists of " + parts.size() + " parts that don't join; expected one");
        }
        LineString whole = (LineString) parts.iterator().next();
        if (whole.isClosed()) {
            throw new IllegalArgumentException("one of the two lines is closed to a ring; expected open lines");
        }
        return whole;
    }

    private static double width(LineString first, LineString second) {
        var box = first.getEnvelopeInternal().copy();
        box.expandToInclude(second.getEnvelopeInternal());
        return box.getWidth();
    }

    private static double meters(Point from, Point to) {
        return GeodesicDistance.to(from).metersFrom(to.getX(), to.getY());
    }

    private static LineString edge(LineString line, Point from, Point to) {
        return line.getFactory().createLineString(new Coordinate[] {from.getCoordinate(), to.getCoordinate()});
    }
}
