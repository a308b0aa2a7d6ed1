package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The ring of everything within a distance of one {@link Stretch}.
 *
 * <p><b>One vertex a ray.</b> Let the stretch stray at most w ≤ d/2 from its spine. Then each {@link Spine} ray leaves
 * the buffer once. Along a ray that is normal to the spine at o, each disc of radius d about a point of the stretch is
 * an interval. The stretch is connected and passes o's normal at some q with |oq| ≤ w, and q's disc covers the ray from
 * o to at least d − w. The disc of any other point reaches the ray around a height of at most w ≤ d − w, so its
 * interval overlaps that one, and their union is an interval again. On the fans, the disc about the spine's end covers
 * the ray from 0 to d, and other discs are centred at most w along it. So the distance along a ray equals d once, and
 * {@link RayExit} finds it.
 *
 * <p><b>Subdivision.</b> An edge is divided until its {@link EdgeError} is within the tolerance: into equal parts when
 * it is long, else where the pieces that its ends are nearest to come to be equally far, which is a corner of the
 * outline. Vertices stand outward by nearly the tolerance, so that the chord of a round arc is out on both sides by
 * nearly the same.
 *
 * <p><b>Buried edges.</b> An edge that lies deep within the buffer of the whole geometry will not show, and stays
 * coarse: its length e is at most a fifth of the depth of both ends. No hole can come of it. Suppose that a point y
 * between a coarse edge and the true outline of this stretch has this stretch as its nearest. It is closer than two
 * edge lengths to an end v, of depth h, that is within h/8 of this outline; so y is farther than d − h/8 − 2e from this
 * stretch. But v is within d − h of something else, and so y is within d − h + 2e of that: a contradiction if
 * 4e ≤ 7h/8. Hence every point is inside the outline of its nearest stretch, and their union is complete.
 */
final class Outline {

    private static final int FAN_STEPS = 12;
    /** Of the distance: how far apart the first rays along the sides are. */
    private static final double SIDE_STEP = 0.25;

    private static final double BURIED = 5;
    private static final double LEAST_TURN = 0.5;
    private static final double FINEST_STEP = 1e-12;

    /** Of the tolerance: how far out vertices stand. The rest is for the precision of solving. */
    private static final double OUTWARD = 0.95;

    /** Of the greatest length of an edge: how long parts are made that should pass at once. */
    private static final double PART = 0.97;

    private final Spine spine;
    private final RayExit exit;
    private final EdgeError edges;
    private final double toleranceMeters;
    private final double sagittaMeters;
    private final List<LonLat> ring = new ArrayList<>();

    private Outline(Stretch stretch, GeodesicDistance whole, double distanceMeters, double toleranceMeters) {
        this.spine = stretch.spine();
        StretchField near = new StretchField(whole.tree(), stretch);
        this.edges = new EdgeError(near, distanceMeters, toleranceMeters);
        this.toleranceMeters = toleranceMeters;
        this.sagittaMeters = (1 + OUTWARD) * toleranceMeters;
        this.exit = new RayExit(near, new WholeField(whole), distanceMeters, OUTWARD * toleranceMeters);
    }

    /**
     * Traces the closed ring, a {@link PlaneRing}.
     *
     * @param whole the distance to all of the geometry that the stretch belongs to
     */
    static Coordinate[] trace(Stretch stretch, GeodesicDistance whole, double distanceMeters, double toleranceMeters) {
        Outline outline = new Outline(stretch, whole, distanceMeters, toleranceMeters);
        double steps = Math.ceil(stretch.spine().lengthMeters() / (SIDE_STEP * distanceMeters));
        outline.traceAll((int) Math.min(steps, stretch.to() - stretch.from()));
        return PlaneRing.of(outline.ring, stretch.spine().start().z() < 0 ? -90 : 90);
    }

    private void traceAll(int sideSteps) {
        RayExit.Vertex first = exit.first(spine.ray(0));
        RayExit.Vertex last = first;
        add(first);
        for (int leg = 0; leg < 4; leg++) {
            int steps = leg % 2 == 0 ? sideSteps : FAN_STEPS;
            for (int step = 1; step <= steps; step++) {
                double u = leg + step / (double) steps;
                // The last ray is the first: end on its very place.
                RayExit.Vertex next = u == 4 ? first.at(u) : exit.between(u, spine.ray(u), last, last);
                refine(last, next);
                last = next;
            }
        }
    }

    private void add(RayExit.Vertex vertex) {
        LonLat place = vertex.probe().place();
        // The side along a stretch without length is one place.
        if (ring.isEmpty() || !place.equals(ring.get(ring.size() - 1))) {
            ring.add(place);
        }
    }

    /** Adds the vertices after one up to and with the other. */
    private void refine(RayExit.Vertex from, RayExit.Vertex to) {
        double length = from.probe().point().distance(to.probe().point());
        if (isBuried(from, to, length) || to.u() - from.u() < FINEST_STEP) {
            add(to);
            return;
        }
        double greatestLength =
                PART * edges.lengthMeters(sagittaMeters, from.probe().point());
        int parts = (int) Math.ceil(length / greatestLength);
        boolean isAlong = from.probe().piece() == to.probe().piece() && from.position() != to.position();
        int halvings = isAlong ? 2 + 32 - Integer.numberOfLeadingZeros(parts) : 1;
        if ((parts == 1 || isAlong) && errorAlong(from.probe(), to.probe(), halvings) <= toleranceMeters) {
            add(to);
            return;
        }
        if (parts > 1 && from.depth() == 0 && to.depth() == 0 && from.position() == to.position()) {
            divide(from, to, parts);
        } else {
            double u = parts == 1 ? exit.corner(spine, from, to) : (from.u() + to.u()) / 2;
            RayExit.Vertex middle = exit.between(u, spine.ray(u), from, to);
            refine(from, middle);
            refine(middle, to);
        }
    }

    private double errorAlong(Probe from, Probe to, int halvings) {
        return edges.along(from, to.near(from.place()), toleranceMeters, halvings);
    }

    private static boolean isBuried(RayExit.Vertex from, RayExit.Vertex to, double length) {
        // An edge between meridians makes a detour near the pole.
        return BURIED * length <= Math.min(from.depth(), to.depth())
                && Wgs84.bendOfStraightLines(from.probe().point()) * length < LEAST_TURN;
    }

    private void divide(RayExit.Vertex from, RayExit.Vertex to, int parts) {
        RayExit.Vertex last = from;
        for (int part = 1; part <= parts; part++) {
            RayExit.Vertex next = to;
            if (part < parts) {
                double u = from.u() + (to.u() - from.u()) * part / parts;
                next = exit.between(u, spine.ray(u), last, to);
            }
            refine(last, next);
            last = next;
        }
    }
}
