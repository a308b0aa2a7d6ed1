package org.truceline.geodesy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/**
 * All edges of a geometry in order, and which follow which. Repeated vertices have no edge between them; a point, or a
 * line that repeats one, is an edge without length. Where exactly one line ends and exactly one begins, the one goes on
 * as the other: a ring has no ends, nor has a border in parts where they meet.
 */
final class EdgeChain {

    static final int NONE = -1;

    private static final int STRIDE = 4;

    private final Edges kind;
    /** For each edge: longitude and latitude where it starts, then where it ends. */
    private final double[] ends;

    private final int[] previous;
    private final int[] next;
    private final boolean[] isOfRing;
    /** Edges that begin at a free end of a line, and those that end at one. */
    private final BitSet freeStarts = new BitSet();

    private final BitSet freeEnds = new BitSet();
    private int size;

    private EdgeChain(Edges kind, int most) {
        this.kind = kind;
        this.ends = new double[STRIDE * most];
        this.previous = new int[most];
        this.next = new int[most];
        this.isOfRing = new boolean[most];
    }

    /** @throws IllegalArgumentException if a coordinate is no place on Earth */
    static EdgeChain of(Geometry geometry, Edges kind) {
        EdgeChain chain = new EdgeChain(kind, geometry.getNumPoints());
        Joints joints = new Joints();
        geometry.apply((GeometryComponentFilter) component -> {
            if (component instanceof LineString line && !line.isEmpty()) {
                chain.add(line, joints);
            } else if (component instanceof Point point && !point.isEmpty()) {
                LonLat place = LonLat.checked(point.getCoordinate());
                chain.append(place, place);
            }
        });
        joints.join(chain);
        return chain;
    }

    int size() {
        return size;
    }

    LonLat start(int edge) {
        return new LonLat(ends[STRIDE * edge], ends[STRIDE * edge + 1]);
    }

    LonLat end(int edge) {
        return new LonLat(ends[STRIDE * edge + 2], ends[STRIDE * edge + 3]);
    }

    /** Made anew each time, as a geodesic takes half a kilobyte. */
    Edge edge(int edge) {
        return kind.between(start(edge), end(edge));
    }

    boolean isPoint(int edge) {
        return start(edge).equals(end(edge));
    }

    /** Whether the edge is one of a polygon's boundary. */
    boolean isOfRing(int edge) {
        return isOfRing[edge];
    }

    /** The edge that an edge follows, or NONE. */
    int before(int edge) {
        return previous[edge];
    }

    /** The edge that follows an edge, or NONE. */
    int after(int edge) {
        return next[edge];
    }

    /** Whether an edge begins where its line does and nothing else begins or ends. */
    boolean isFreeAtStart(int edge) {
        return freeStarts.get(edge);
    }

    boolean isFreeAtEnd(int edge) {
        return freeEnds.get(edge);
    }

    private void add(LineString line, Joints joints) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        int first = size;
        LonLat from = LonLat.checked(vertices.getX(0), vertices.getY(0));
        for (int i = 1; i < vertices.size(); i++) {
            LonLat to = LonLat.checked(vertices.getX(i), vertices.getY(i));
            if (!to.equals(from)) {
                append(from, to);
                isOfRing[size - 1] = line instanceof LinearRing;
                if (size - 1 > first) {
                    link(size - 2, size - 1);
                }
            }
            from = to;
        }
        if (size == first) {
            append(from, from);
        } else {
            joints.add(line, first, size - 1);
        }
    }

    private void append(LonLat from, LonLat to) {
        int at = STRIDE * size;
        ends[at] = from.longitude();
        ends[at + 1] = from.latitude();
        ends[at + 2] = to.longitude();
        ends[at + 3] = to.latitude();
        previous[size] = NONE;
        next[size] = NONE;
        size++;
    }

    private void link(int edge, int follower) {
        next[edge] = follower;
        previous[follower] = edge;
    }

    /** Where lines end and where they begin. */
    private static final class Joints {

        private final Map<Coordinate, Integer> firsts = new HashMap<>();
        private final Map<Coordinate, Integer> lasts = new HashMap<>();
        private final Set<Coordinate> forks = new HashSet<>();

        void add(LineString line, int first, int last) {
            put(firsts, line.getCoordinateN(0), first);
            put(lasts, line.getCoordinateN(line.getNumPoints() - 1), last);
        }

        private void put(Map<Coordinate, Integer> edges, Coordinate vertex, int edge) {
            // Longitudes 180 and −180 are one place, and 0.0 is −0.0.
            double longitude = Math.IEEEremainder(vertex.x, 360);
            Coordinate place = new Coordinate(longitude == -180 ? 180 : longitude + 0.0, vertex.y + 0.0);
            if (edges.put(place, edge) != null) {
                forks.add(place);
            }
        }

        void join(EdgeChain chain) {
            lasts.keySet().removeAll(forks);
            firsts.keySet().removeAll(forks);
            lasts.forEach((vertex, edge) -> {
                Integer follower = firsts.get(vertex);
                if (follower != null) {
                    chain.link(edge, follower);
                } else {
                    chain.freeEnds.set(edge);
                }
            });
            firsts.keySet().removeAll(lasts.keySet());
            firsts.values().forEach(chain.freeStarts::set);
        }
    }
}
