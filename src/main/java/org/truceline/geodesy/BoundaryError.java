package org.truceline.geodesy;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The worst {@link EdgeError} on the whole boundary of an area, where it is a border on Earth. */
final class BoundaryError {

    private BoundaryError() {}

    /** @param edges the error against the geometry that the area surrounds */
    static EdgeError.Worst of(Geometry area, EdgeError edges) {
        EdgeError.Worst worst = EdgeError.Worst.NONE;
        for (Object component : LinearComponentExtracter.getLines(area)) {
            CoordinateSequence ring = ((LineString) component).getCoordinateSequence();
            for (int i = 1; i < ring.size(); i++) {
                LonLat from = new LonLat(ring.getX(i - 1), ring.getY(i - 1));
                LonLat to = new LonLat(ring.getX(i), ring.getY(i));
                if (!Antimeridian.isCut(from, to)) {
                    worst = worst.or(edges.along(from, to, Double.POSITIVE_INFINITY));
                }
            }
        }
        return worst;
    }
}
