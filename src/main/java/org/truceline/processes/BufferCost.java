package org.truceline.processes;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PointExtracter;
import org.truceline.processes.ProcessFailure.InvalidInput;

/**
 * What a buffer costs, told before it is computed: about how many vertices have to be found. A boundary that may be off
 * by t at the distance d has a vertex about every √(8·t·d) metres, and each bend of a line and each point has a circle.
 *
 * @param vertices a rough bound from above
 */
public record BufferCost(double vertices) {
    /** Some seconds of two processors, and about as many megabytes as a small server can spare. */
    private static final double MOST_VERTICES = 2e6;

    private static final double METERS_A_DEGREE = 111_320;

    /** Above that a buffer keeps to this share of its distance whatever the tolerance. */
    private static final double COARSEST_SHARE = 0.05;

    /** A line that turns takes a stretch of its own about so often within one distance. */
    private static final double BENDS_A_DISTANCE = 10;

    /** Of a buffer of any sides and ends. */
    public static BufferCost of(Geometry geometry, double distanceMeters, double toleranceMeters) {
        double distance = Math.abs(distanceMeters);
        double step = Math.sqrt(8 * distance * Math.min(toleranceMeters, COARSEST_SHARE * distance));
        double meters = 0;
        double circles = PointExtracter.getPoints(geometry).size();
        for (Object element : LinearComponentExtracter.getLines(geometry)) {
            CoordinateSequence vertices = ((LineString) element).getCoordinateSequence();
            double length = meters(vertices);
            meters += length;
            circles += 1 + Math.min(vertices.size(), BENDS_A_DISTANCE * length / distance);
        }
        return new BufferCost((2 * meters + 2 * Math.PI * distance * circles) / step);
    }

    /** A sphere will do. */
    private static double meters(CoordinateSequence line) {
        double meters = 0;
        for (int i = 1; i < line.size(); i++) {
            double north = line.getY(i) - line.getY(i - 1);
            double middle = Math.toRadians((line.getY(i) + line.getY(i - 1)) / 2);
            double east = (line.getX(i) - line.getX(i - 1)) * Math.cos(middle);
            meters += METERS_A_DEGREE * Math.hypot(north, east);
        }
        return meters;
    }

    /**
     * Refuses what would cost too much.
     *
     * @param input which geometry it was that is too large
     * @throws InvalidInput if it is more than a request may cost
     */
    public void requireBounded(Input<?> input) {
        if (vertices > MOST_VERTICES) {
            throw InvalidInput.of(
                    input,
                    "at this distance and tolerance its buffer takes about %.0f vertices; expected are at most %.0f: a smaller geometry, or a coarser tolerance"
                            .formatted(vertices, MOST_VERTICES));
        }
    }
}
