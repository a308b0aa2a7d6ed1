package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/**
 * The ring of everything within a distance of one {@link Stretch}.
 *
 * <p><b>One vertex a ray.</b> Let the stretch stray at most w ≤ d/2 from its spine. Then each {@link Spine} ray leaves
 * the buffer once. Along a ray that is normal to the spine at o, each disc of radius d about a point of the stretch is
 * an interval. The stretch is connected and passes o's normal at some q with |oq| ≤ w, and q's disc covers the ray from
 * o to at least d − w. The disc of any other point reaches the ray around a height of at most w ≤ d − w, so its
 * interval overlaps that one, and their union is an interval again. On the fans, the disc about the spine's end covers
 * the ray from 0 to d, and other discs are centred at most w along it. So the distance along a ray equals d once and
 * {@link Ray#exit} finds it.
 *
 * <p><b>Subdivision.</b> An edge is halved until its {@link EdgeError} is within the tolerance. Vertices stand
 * outward by a half of it, so that the chord of a round arc is out on both sides by nearly the same.
 *
 * <p><b>Buried edges.</b> An edge that lies deep within the buffer of the whole geometry will not show, and stays
 * coarse: its length is at most a quarter of the depth of both ends. No hole can come of it. Suppose that a point y
 * between a coarse edge and the true outline of this stretch has this stretch as its nearest. It is closer than two
 * edge lengths e to an end whose distance to this stretch is d, so y's is more than d − 2e; but the end is nearer than
 * d − 4e to something else, and so y is nearer than d − 2e to that: a contradiction. Hence every point is inside the
 * outline of its nearest stretch, and their union is complete.
 */
final class Outline {

    private static final int FAN_STEPS = 12;
    /** Of the distance: joints closer than that share a ray, and subdivision finds what they add. */
    private static final double JOINT_SPACING = 0.05;

    private static final double BURIED = 4;
    private static final double FINEST_STEP = 1e-12;

    private final Stretch stretch;
    private final PieceTree near;
    private final EdgeError edges;
    private final GeodesicDistance whole;
    private final double distanceMeters;
    private final double toleranceMeters;
    private final List<Vertex> ring = new ArrayList<>();

    private Outline(Stretch stretch, GeodesicDistance whole, double distanceMeters, double toleranceMeters) {
        this.stretch = stretch;
        this.near = new PieceTree(stretch.pieces());
        this.edges = new EdgeError(near::metersFrom, distanceMeters, toleranceMeters);
        this.whole = whole;
        this.distanceMeters = distanceMeters;
        this.toleranceMeters = toleranceMeters;
    }

    /**
     * Traces the closed ring, in unwrapped longitudes.
     *
     * @param whole the distance to all of the geometry that the stretch belongs to
     */
    static Coordinate[] trace(Stretch stretch, GeodesicDistance whole, double distanceMeters, double toleranceMeters) {
        Outline outline = new Outline(stretch, whole, distanceMeters, toleranceMeters);
        outline.traceAll();
        return outline.ring.stream()
                .map(vertex -> new Coordinate(vertex.place.longitude(), vertex.place.latitude()))
                .toArray(Coordinate[]::new);
    }

    private void traceAll() {
        double[] stations = stations();
        Vertex first = vertex(stations[0], stretch.pieces().get(0).from());
        Vertex last = first;
        ring.add(first);
        for (int i = 1; i < stations.length; i++) {
            Vertex next = vertex(stations[i], last.place);
            refine(last, next);
            last = next;
        }
        // The last ray is the first: end on its very coordinate.
        ring.set(ring.size() - 1, first);
    }

    /** The rays to begin with: along the sides one at each joint, since features of the outline belong to joints. */
    private double[] stations() {
        double[] joints = stretch.joints(JOINT_SPACING * distanceMeters);
        DoubleStream left = DoubleStream.of(joints);
        DoubleStream right = IntStream.range(0, joints.length).mapToDouble(i -> 3 - joints[joints.length - 1 - i]);
        return Stream.of(left, fan(1), right, fan(3))
                .flatMapToDouble(leg -> leg)
                .distinct()
                .toArray();
    }

    private static DoubleStream fan(int leg) {
        return IntStream.rangeClosed(0, FAN_STEPS).mapToDouble(step -> leg + step / (double) FAN_STEPS);
    }

    /** Adds the vertices after one up to and with the other. */
    private void refine(Vertex from, Vertex to) {
        if (isBuried(from, to) || isExact(from, to) || to.u - from.u < FINEST_STEP) {
            ring.add(to);
            return;
        }
        Vertex middle = vertex((from.u + to.u) / 2, from.place);
        refine(from, middle);
        refine(middle, to);
    }

    private boolean isExact(Vertex from, Vertex to) {
        return edges.along(from.place, to.place, toleranceMeters).meters() <= toleranceMeters;
    }

    private boolean isBuried(Vertex from, Vertex to) {
        Ecef middle = Wgs84.onSurface(from.place.towards(to.place, 0.5));
        double length = Wgs84.onSurface(from.place).distance(middle)
                + Wgs84.onSurface(to.place).distance(middle);
        return BURIED * length <= Math.min(from.depth, to.depth);
    }

    private Vertex vertex(double u, LonLat neighbour) {
        LonLat place = stretch.spine()
                .ray(u)
                .exit(near::metersFrom, distanceMeters + toleranceMeters / 2, toleranceMeters / 50)
                .near(neighbour);
        return new Vertex(u, place, distanceMeters - whole.metersFrom(place));
    }

    /** @param depth how far inside the buffer of the whole geometry, metres */
    private record Vertex(double u, LonLat place, double depth) {}
}
