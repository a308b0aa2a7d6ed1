package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;

/**
 * Places on a line by how many metres of the line lead there, as kilometre posts and border points have it (the linear
 * referencing of ISO 19148, with an absolute measure from the line's start).
 *
 * <p>Measures are lengths along the edges on the WGS84 ellipsoid, exact to some 10⁻⁸ m an edge, as in
 * {@link GeodesicLength}. Coordinates are degrees in the order longitude, latitude (CRS84); longitudes of the line may be
 * unwrapped, within ±540.
 *
 * <p>Immutable and thread-safe.
 */
public final class LinearReference {

    private static final int MOST_POSTS = 1_000_000;

    /** So far beyond an end, a measure is the end's: measures are added up and subtracted by those who ask. */
    private static final double ROUNDING_METERS = 1e-6;

    private final GeodesicNearest nearest;
    private final EdgeChain chain;
    private final GeometryFactory factory;
    /** The measure at the start of each edge, and that at the end of the last. */
    private final double[] measures;

    private LinearReference(Geometry line, Edges edges) {
        this.nearest = GeodesicNearest.of(line, edges);
        this.chain = nearest.chain();
        this.factory = line.getFactory();
        this.measures = new double[chain.size() + 1];
        for (int edge = 0; edge < chain.size(); edge++) {
            requireToFollow(edge);
            measures[edge + 1] = measures[edge] + chain.edge(edge).lengthMeters();
        }
        if (!(lengthMeters() > 0)) {
            throw new IllegalArgumentException("Expected a line with a length, not one that repeats a single place");
        }
    }

    /**
     * Measures along a line.
     *
     * @param line a line string, or several of which each begins exactly where the one before ends; in
     *     longitude/latitude degrees
     * @param edges what its edges are
     * @throws IllegalArgumentException if it is no line, is empty, has no length or a gap between its parts, or if a
     *     coordinate is not a number, a longitude beyond ±540, or a latitude beyond ±90
     */
    public static LinearReference along(Geometry line, Edges edges) {
        if (!(line instanceof Lineal)) {
            throw new IllegalArgumentException("Expected a line to measure along, not a " + line.getGeometryType());
        }
        return new LinearReference(line, edges);
    }

    /**
     * A place beside the line, as the line has it.
     *
     * @param meters the measure of the nearest place on the line; at the one place where a closed line begins and ends,
     *     either
     * @param nearest that place, how far it is, and the side of the line on which the asker is
     */
    public record Located(double meters, NearestPlace nearest) {}

    public double lengthMeters() {
        return measures[chain.size()];
    }

    /** Whether the line ends where it begins. */
    public boolean isClosed() {
        return isSame(chain.end(chain.size() - 1), chain.start(0));
    }

    /**
     * The place at a measure.
     *
     * @throws IllegalArgumentException if the measure is beyond the ends of the line, or not a number
     */
    public LinePlace at(double meters) {
        double within = within(meters);
        Foot foot = footAt(within);
        Edge edge = chain.edge(foot.edge());
        return new LinePlace(edge.at(foot.share()).wrapped(), within, edge.azimuthAt(foot.share()));
    }

    /**
     * Posts along the line: at its start and, from there on, every so many metres.
     *
     * @throws IllegalArgumentException if the distance is not above 0, or makes over a million posts
     */
    public List<LinePlace> posts(double everyMeters) {
        if (!(everyMeters > 0 && lengthMeters() / everyMeters < MOST_POSTS)) {
            throw new IllegalArgumentException("Expected a distance between posts that makes at most "
                    + "a million of them along " + lengthMeters() + " m, not " + everyMeters + " m");
        }
        List<LinePlace> posts = new ArrayList<>();
        for (int post = 0; post * everyMeters <= lengthMeters(); post++) {
            posts.add(at(post * everyMeters));
        }
        return posts;
    }

    /**
     * Where along the line a place is, by the place of the line that is nearest to it.
     *
     * @param longitude degrees; any finite value, whole turns are ignored
     * @param latitude degrees within ±90
     * @throws IllegalArgumentException if either is not as described
     */
    public Located locate(double longitude, double latitude) {
        Footing.Found found = nearest.find(GeodesicNearest.asker(longitude, latitude));
        Foot foot = found.foot();
        double meters = measures[foot.edge()] + chain.edge(foot.edge()).metersTo(foot.share());
        return new Located(meters, nearest.answer(found));
    }

    /**
     * The stretch of the line between two measures, in the line's direction, with the line's own vertices between them
     * and its longitudes: those of a line in parts, of which one ends at 180 and the next begins at −180, go on beyond
     * ±180. Its edges are of the kind of the line's, and lie on them.
     *
     * @param toMeters above {@code fromMeters}; or below it, on a closed line, for the stretch over its start
     * @throws IllegalArgumentException if a measure is beyond the ends of the line or not a number, or if they enclose
     *     no stretch
     */
    public LineString between(double fromMeters, double toMeters) {
        double from = within(fromMeters);
        double to = within(toMeters);
        if (from == to || (from > to && !isClosed())) {
            throw new IllegalArgumentException(
                    "Expected two measures that rise along the line, not " + fromMeters + " and " + toMeters + " m");
        }
        Foot start = footAt(from);
        Foot end = footAt(to);
        int joints = end.edge() - start.edge() + (from > to ? chain.size() : 0);
        List<Coordinate> path = new ArrayList<>();
        for (int i = 0; i <= joints; i++) {
            int edge = (start.edge() + i) % chain.size();
            LonLat first = i == 0 ? chain.edge(edge).at(start.share()) : chain.start(edge);
            LonLat last = i == joints ? chain.edge(edge).at(end.share()) : chain.end(edge);
            add(path, first, last);
        }
        return factory.createLineString(path.toArray(Coordinate[]::new));
    }

    /** Leads the path from where it ends to another place. What it passes may be written a whole turn off. */
    private static void add(List<Coordinate> path, LonLat from, LonLat to) {
        if (path.isEmpty()) {
            path.add(new Coordinate(from.longitude(), from.latitude()));
        }
        Coordinate last = path.get(path.size() - 1);
        double turn = 360 * Math.rint((last.x - from.longitude()) / 360);
        Coordinate next = new Coordinate(to.longitude() + turn, to.latitude());
        if (!next.equals2D(last)) {
            path.add(next);
        }
    }

    private Foot footAt(double meters) {
        int found = Arrays.binarySearch(measures, meters);
        int edge = Math.min(found < 0 ? -found - 2 : found, chain.size() - 1);
        return new Foot(edge, chain.edge(edge).shareAt(meters - measures[edge]));
    }

    private double within(double meters) {
        if (!(meters >= -ROUNDING_METERS && meters <= lengthMeters() + ROUNDING_METERS)) {
            throw new IllegalArgumentException(
                    "Expected a measure from 0 to " + lengthMeters() + " m along the line, not " + meters + " m");
        }
        return Math.max(0, Math.min(lengthMeters(), meters));
    }

    private void requireToFollow(int edge) {
        if (edge > 0 && !isSame(chain.end(edge - 1), chain.start(edge))) {
            throw new IllegalArgumentException(
                    "Expected a line whose parts each begin where the one before ends; one ends at "
                            + chain.end(edge - 1) + " and the next begins at " + chain.start(edge));
        }
    }

    private static boolean isSame(LonLat place, LonLat other) {
        return place.latitude() == other.latitude()
                && Math.IEEEremainder(place.longitude() - other.longitude(), 360) == 0;
    }
}
