package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The union of the outlines of all stretches and of the polygons themselves.
 *
 * <p>Union adds no error. A point on the boundary of the union is on some outline, so its distance to the geometry is
 * at most d + ε; it is outside of all others, so its distance to each stretch is at least d − ε.
 */
final class Outlines {

    private static final int MOST_SHARES = 4;
    private static final int LEAST_SHARE = 8;

    /** How far a buffer is when its parts are traced, and when they are united; what remains is to measure it. */
    private static final double TRACED = 0.4;

    static final double UNITED = 0.8;

    private final GeometryParts parts;
    private final GeodesicDistance truth;
    private final double distanceMeters;
    private final GeometryFactory factory;
    private final Watch watch;

    Outlines(GeometryParts parts, GeodesicDistance truth, double distanceMeters, GeometryFactory factory, Watch watch) {
        this.parts = parts;
        this.truth = truth;
        this.distanceMeters = distanceMeters;
        this.factory = factory;
        this.watch = watch;
    }

    /** A polygon or multipolygon within longitudes ±180, empty when there are no parts. */
    Geometry union(double toleranceMeters) {
        List<Stretch> stretches = stretches();
        Watch.Stage tracing = watch.stage(0, TRACED, stretches.size());
        List<Polygon> outlines = new ArrayList<>(stretches.parallelStream()
                .map(stretch -> {
                    tracing.step();
                    return factory.createPolygon(Outline.trace(stretch, truth, distanceMeters, toleranceMeters));
                })
                .flatMap(outline -> Antimeridian.split(outline).stream())
                .toList());
        for (Polygon polygon : parts.polygons()) {
            outlines.addAll(Antimeridian.split(polygon));
        }
        Watch.Stage uniting = watch.stage(TRACED, UNITED, outlines.size());
        List<Polygon> united = polygonsOf(WatchedUnion.of(unionsOfShares(outlines, uniting), factory, uniting));
        List<Polygon> areas = new ArrayList<>();
        for (Polygon area : united) {
            watch.check();
            areas.add(withoutFalseHoles(area, united));
        }
        return areas.size() == 1 ? areas.get(0) : factory.createMultiPolygon(areas.toArray(new Polygon[0]));
    }

    /** Neighbours along the line are united first, by several threads; what is left for one thread is little. */
    private List<Geometry> unionsOfShares(List<Polygon> outlines, Watch.Stage uniting) {
        int shares = Math.min(MOST_SHARES, 1 + outlines.size() / LEAST_SHARE);
        return IntStream.range(0, shares)
                .parallel()
                .mapToObj(share ->
                        outlines.subList(share * outlines.size() / shares, (share + 1) * outlines.size() / shares))
                .<Geometry>flatMap(share -> polygonsOf(WatchedUnion.of(share, factory, uniting)).stream())
                .toList();
    }

    /** What is left of lines and points, where outlines touch, is no area. */
    private static List<Polygon> polygonsOf(Geometry union) {
        List<Polygon> polygons = new ArrayList<>();
        PolygonExtracter.getPolygons(union, polygons);
        return polygons;
    }

    private List<Stretch> stretches() {
        return parts.runs().parallelStream()
                .flatMap(run -> Stretch.listOf(parts.pieces(), run, distanceMeters).stream())
                .toList();
    }

    /**
     * Rounding of the union could leave a crack between outlines that only just overlap. None has been seen in thousands
     * of random shapes, and asking is cheap: a hole is real if its inside is farther away than the distance.
     */
    private Polygon withoutFalseHoles(Polygon area, List<Polygon> united) {
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < area.getNumInteriorRing(); i++) {
            LinearRing hole = area.getInteriorRingN(i);
            Coordinate inside = open(hole, united).getInteriorPoint().getCoordinate();
            if (truth.metersFrom(inside.x, inside.y) > distanceMeters) {
                holes.add(hole);
            }
        }
        return factory.createPolygon(area.getExteriorRing(), holes.toArray(new LinearRing[0]));
    }

    /** What is inside a hole, without the islands in it. */
    private Geometry open(LinearRing hole, List<Polygon> united) {
        Geometry open = factory.createPolygon(hole);
        for (Polygon other : united) {
            if (hole.getEnvelopeInternal().contains(other.getEnvelopeInternal())) {
                open = OverlayNGRobust.overlay(open, other, OverlayNG.DIFFERENCE);
            }
        }
        return open;
    }
}
