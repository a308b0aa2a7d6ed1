package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
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
        List<CoordinateSequence> rings = new ArrayList<>();
        for (Object component : LinearComponentExtracter.getLines(area)) {
            rings.add(((LineString) component).getCoordinateSequence());
        }
        double worst = 0;
        for (CoordinateSequence ring : rings) {
            worst = Math.max(
                    worst,
                    IntStream.range(0, (ring.size() + stride - 2) / stride)
                            .parallel()
                            .mapToDouble(edge -> worst(ring, 1 + edge * stride, places))
                            .max()
                            .orElse(0));
        }
        return worst;
    }

    private double worst(CoordinateSequence ring, int edge, int places) {
        LonLat from = new LonLat(ring.getX(edge - 1), ring.getY(edge - 1));
        LonLat to = new LonLat(ring.getX(edge), ring.getY(edge));
        double worst = 0;
        for (int step = 0; step < places && !EarthBoundary.isOnlyInPlane(from, to); step++) {
            LonLat place = from.towards(to, step / (double) places);
            worst = Math.max(worst, Math.abs(distance.applyAsDouble(place.longitude(), place.latitude()) - meters));
        }
        return worst;
    }
}
