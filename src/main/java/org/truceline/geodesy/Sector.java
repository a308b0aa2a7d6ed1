package org.truceline.geodesy;

import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * What an observer's words mean as an area: "4–5 km south-west of our position" is everything from 4 to 5 km away on a
 * bearing of 225° ± 22.5°. Its sides are geodesics from the observer, its arcs are everywhere at one distance.
 *
 * @param longitude of the observer, degrees within ±180
 * @param latitude of the observer, degrees within ±90
 */
public record Sector(double longitude, double latitude, Bearing bearing, Range range) {

    /** The greatest range, metres. */
    public static final double LONGEST_RANGE_METERS = 500_000;

    private static final double FINEST_TOLERANCE_METERS = 0.001;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    /** @throws IllegalArgumentException if the observer is nowhere on Earth */
    public Sector {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Expected an observer at a longitude within ±180 and a latitude within"
                    + " ±90 degrees, not at " + longitude + ", " + latitude);
        }
    }

    /**
     * Directions from the observer.
     *
     * @param azimuthDegrees of the middle, clockwise from true north, within ±360
     * @param halfWidthDegrees to either side of it, above 0; 180 is all round
     */
    public record Bearing(double azimuthDegrees, double halfWidthDegrees) {

        /** Every direction. */
        public static final Bearing ALL_ROUND = new Bearing(0, 180);

        /** @throws IllegalArgumentException if an angle is not as described */
        public Bearing {
            if (!(Math.abs(azimuthDegrees) <= 360)) {
                throw new IllegalArgumentException("Expected an azimuth within ±360 degrees, not " + azimuthDegrees);
            }
            if (!(halfWidthDegrees > 0 && halfWidthDegrees <= 180)) {
                throw new IllegalArgumentException(
                        "Expected a half width above 0 and up to 180 degrees, not " + halfWidthDegrees);
            }
        }

        boolean isAllRound() {
            return halfWidthDegrees == 180;
        }

        double fromDegrees() {
            return azimuthDegrees - halfWidthDegrees;
        }

        double toDegrees() {
            return azimuthDegrees + halfWidthDegrees;
        }
    }

    /**
     * Distances from the observer.
     *
     * @param fromMeters at least 0, which is the observer
     * @param toMeters above {@code fromMeters} by a millimetre or more, at most {@link #LONGEST_RANGE_METERS}
     */
    public record Range(double fromMeters, double toMeters) {

        /** @throws IllegalArgumentException if a distance is not as described */
        public Range {
            if (!(fromMeters >= 0 && toMeters - fromMeters >= 0.001 && toMeters <= LONGEST_RANGE_METERS)) {
                throw new IllegalArgumentException("Expected a range that rises within 0 to " + LONGEST_RANGE_METERS
                        + " m, not " + fromMeters + " to " + toMeters + " m");
            }
        }
    }

    /** The area at {@link GeodesicBuffer#DEFAULT_TOLERANCE_METERS}. See {@link #area(double)}. */
    public MeasuredArea area() {
        return area(GeodesicBuffer.DEFAULT_TOLERANCE_METERS);
    }

    /**
     * The sector as a polygon, SRID 4326: a slice, a slice of a ring, a disc or a ring. It may cross the antimeridian
     * and hold a pole.
     *
     * @param toleranceMeters how far an edge may be from the arc or side that it stands for, at least 0.001
     * @throws IllegalArgumentException if the tolerance is less, or if the sector's boundary passes within a metre of a
     *     pole, as a slice from an observer at the pole does: no ring in longitude/latitude can follow it there
     */
    public MeasuredArea area(double toleranceMeters) {
        if (!(toleranceMeters >= FINEST_TOLERANCE_METERS && toleranceMeters <= LONGEST_RANGE_METERS)) {
            throw new IllegalArgumentException("Expected a tolerance of " + FINEST_TOLERANCE_METERS + " to "
                    + LONGEST_RANGE_METERS + " m, not " + toleranceMeters + " m");
        }
        return SectorOutline.of(this, toleranceMeters, FACTORY);
    }
}
