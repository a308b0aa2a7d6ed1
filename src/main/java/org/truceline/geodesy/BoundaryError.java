package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The worst {@link EdgeError} on the whole boundary of an area, where it is a border on Earth.
 *
 * @param meters an upper bound
 * @param place at the edge that it is the bound of
 */
record BoundaryError(double meters, LonLat place) {

    static final BoundaryError NONE = new BoundaryError(0, new LonLat(0, 0));

    /** Deep enough to halve the longest edge down to a millimetre. */
    private static final int HALVINGS = 40;

    /** By so much more than was found a limit is raised. */
    private static final double RAISE = 1.02;

    /** No edge of a buffer is off by the size of the Earth: where such a bound comes out, there is none. */
    private static final double HOPELESS_METERS = 1e7;

    /** So many edges are measured by one thread before another may take part. */
    private static final int SHARE = 1_000;

    /**
     * Measures a boundary.
     *
     * @param limitMeters a bound that is good enough
     */
    static BoundaryError of(
            Geometry area,
            GeodesicDistance truth,
            double distanceMeters,
            double toleranceMeters,
            double limitMeters,
            Watch watch) {
        List<Section> sections = new ArrayList<>();
        for (Object component : LinearComponentExtracter.getLines(area)) {
            CoordinateSequence ring = ((LineString) component).getCoordinateSequence();
            for (int from = 0; from + 1 < ring.size(); from += SHARE) {
                sections.add(new Section(ring, from, Math.min(ring.size() - 1, from + SHARE)));
            }
        }
        Watch.Stage measuring = watch.stage(Outlines.UNITED, 1, sections.size());
        BoundaryError worst = sections.parallelStream()
                .map(section -> {
                    measuring.step();
                    return section.error(new WholeField(truth), distanceMeters, toleranceMeters, limitMeters);
                })
                .reduce(NONE, BoundaryError::or);
        return sections.isEmpty() ? NONE : worst.plus(GeodesicDistance.errorMeters(distanceMeters));
    }

    private BoundaryError plus(double moreMeters) {
        return new BoundaryError(meters + moreMeters, place);
    }

    private BoundaryError or(BoundaryError other) {
        return other.meters > meters ? other : this;
    }

    /** The edges of a ring from one vertex to another. */
    private record Section(CoordinateSequence ring, int from, int to) {

        BoundaryError error(WholeField field, double distanceMeters, double toleranceMeters, double limitMeters) {
            EdgeError edges = new EdgeError(field, distanceMeters, toleranceMeters);
            BoundaryError worst = NONE;
            Probe last = probe(field, from);
            for (int i = from + 1; i <= to; i++) {
                Probe next = probe(field, i);
                if (!EarthBoundary.isOnlyInPlane(last.place(), next.place())) {
                    worst = worst.or(new BoundaryError(bound(edges, last, next, limitMeters), next.place()));
                }
                last = next;
            }
            return worst;
        }

        /** What comes out above the limit is no bound yet: the limit is raised until one is found below it. */
        private static double bound(EdgeError edges, Probe from, Probe to, double limitMeters) {
            double limit = limitMeters;
            double error = edges.along(from, to, limit, HALVINGS);
            while (error > limit && error < HOPELESS_METERS) {
                limit = RAISE * error;
                error = edges.along(from, to, limit, HALVINGS);
            }
            return error;
        }

        private Probe probe(Field field, int index) {
            LonLat place = new LonLat(ring.getX(index), ring.getY(index));
            return field.probe(place, Wgs84.onSurface(place));
        }
    }
}
