package org.truceline.geodesy;

import java.util.List;

/**
 * What lies beyond a free end of a line: everything ahead of it that is nearer to the end itself than to any other place
 * of the line.
 *
 * <p>It is star-shaped about the end: when the end is what is nearest to p, it is what is nearest to everything on the
 * way to p. So one reach for each direction, found by bisection, tells all of it. To both sides it is bounded by the
 * geodesics at right angles to the line, ahead by a limit, and elsewhere by what is as near to the end as to another
 * part of the line.
 */
final class EndCell {

    private static final double QUARTER = 90;

    /** Of distances by chords and by GeographicLib, which are compared. */
    private final double noiseMeters;

    private final LineEnd end;
    private final GeodesicDistance line;
    private final double limitMeters;
    private final double toleranceMeters;

    private EndCell(LineEnd end, GeodesicDistance line, double limitMeters, double toleranceMeters) {
        this.end = end;
        this.line = line;
        this.limitMeters = limitMeters;
        this.toleranceMeters = toleranceMeters;
        this.noiseMeters = 2 * GeodesicDistance.errorMeters(limitMeters);
    }

    /** @param limitMeters how far ahead to look at most */
    static TracedRing trace(LineEnd end, GeodesicDistance line, double limitMeters, double toleranceMeters) {
        EndCell cell = new EndCell(end, line, limitMeters, toleranceMeters);
        return TracedRing.along(
                List.of(cell.side(-QUARTER, true), cell.front(), cell.side(QUARTER, false)), toleranceMeters);
    }

    /** How far straight ahead the end is what is nearest. */
    static double metersAhead(LineEnd end, GeodesicDistance line, double limitMeters, double toleranceMeters) {
        return new EndCell(end, line, limitMeters, toleranceMeters).reach(0);
    }

    private Curve side(double turnDegrees, boolean outward) {
        double reach = reach(turnDegrees);
        return new Curve(
                u -> end.at(turnDegrees, (outward ? u : 1 - u) * reach),
                (from, to) ->
                        Curve.greatestAlong(from, to, place -> end.polar(place).metersAside(turnDegrees)));
    }

    private Curve front() {
        return new Curve(
                u -> {
                    double turn = (2 * u - 1) * QUARTER;
                    return end.at(turn, reach(turn));
                },
                (from, to) -> isShort(from, to) ? 0 : Curve.greatestAlong(from, to, this::metersOff));
    }

    /** Where the reach is ill-conditioned, noise must not be followed for ever. */
    private boolean isShort(LonLat from, LonLat to) {
        return Wgs84.onSurface(from).distance(Wgs84.onSurface(to)) < toleranceMeters;
    }

    private double metersOff(LonLat place) {
        LineEnd.Polar polar = end.polar(place);
        double turn = Math.max(-QUARTER, Math.min(QUARTER, polar.turnDegrees()));
        return Math.abs(polar.meters() - reach(turn));
    }

    private double reach(double turnDegrees) {
        if (isNearest(turnDegrees, limitMeters)) {
            return limitMeters;
        }
        double near = 0;
        double far = limitMeters;
        while (far - near > toleranceMeters / 100) {
            double middle = (near + far) / 2;
            if (isNearest(turnDegrees, middle)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }

    private boolean isNearest(double turnDegrees, double meters) {
        LonLat place = end.at(turnDegrees, meters);
        return line.metersFrom(place.longitude(), place.latitude()) >= meters - noiseMeters;
    }
}
