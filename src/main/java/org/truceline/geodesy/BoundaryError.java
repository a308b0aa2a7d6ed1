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

    /** So many edges are measured by one thread before another may take part. */
    private static final int SHARE = 1_000;

    /**
     * Measures a boundary.
     *
     * @param limitMeters a bound that is good enough
     */
    static BoundaryError of(
            Geometry area, GeodesicDistance truth, double distanceMeters, double toleranceMeters, double limitMeters) {
        List<Section> sections = new ArrayList<>();
        for (Object component : LinearComponentExtracter.getLines(area)) {
            CoordinateSequence ring = ((LineString) component).getCoordinateSequence();
            for (int from = 0; from + 1 < ring.size(); from += SHARE) {
                sections.add(new Section(ring, from, Math.min(ring.size() - 1, from + SHARE)));
            }
        }
        BoundaryError worst = sections.parallelStream()
                .map(section -> section.error(new WholeField(truth), distanceMeters, toleranceMeters, limitMeters))
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
                    double error = edges.along(last, next, limitMeters, HALVINGS);
                    worst = worst.or(new BoundaryError(error, next.place()));
                }
                last = next;
            }
            return worst;
        }

        private Probe probe(Field field, int index) {
            LonLat place = new LonLat(ring.getX(index), ring.getY(index));
            return field.probe(place, Wgs84.onSurface(place));
        }
    }
}
