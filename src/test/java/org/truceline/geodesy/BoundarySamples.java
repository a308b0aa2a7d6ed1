package org.truceline.geodesy;

import java.util.function.ToDoubleBiFunction;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Looks for errors along the boundary of a buffer, at places of its own choice.
 *
 * @param distance in metres from a longitude and latitude
 * @param meters what it should be
 */
record BoundarySamples(ToDoubleBiFunction<Double, Double> distance, double meters) {

    /**
     * The largest error found.
     *
     * @param places how many to look at on each edge, the first at its start
     * @param stride look at every so manieth edge only
     */
    double worst(Geometry area, int places, int stride) {
        double worst = 0;
        for (Object component : LinearComponentExtracter.getLines(area)) {
            CoordinateSequence ring = ((LineString) component).getCoordinateSequence();
            for (int i = 1; i < ring.size(); i += stride) {
                LonLat from = new LonLat(ring.getX(i - 1), ring.getY(i - 1));
                LonLat to = new LonLat(ring.getX(i), ring.getY(i));
                for (int step = 0; step < places && !Antimeridian.isCut(from, to); step++) {
                    LonLat place = from.towards(to, step / (double) places);
                    worst = Math.max(
                            worst, Math.abs(distance.applyAsDouble(place.longitude(), place.latitude()) - meters));
                }
            }
        }
        return worst;
    }
}
