package org.truceline.geodesy;

/**
 * The shortest way from a to b, nearly: the chord between them, lifted on to the surface along lines through the
 * Earth's centre. From it a ray leads to every place around: normal to it along its two sides, fanning out at its two
 * ends. A spine without length is a point, and its rays are a full circle.
 *
 * <p>Rays are numbered clockwise by u from 0 to 4: 0–1 the left side from a to b, 1–2 the fan at b, 2–3 the right side
 * from b to a, 3–4 the fan at a. No two rays meet within 500 km, since normals of a geodesic draw together only after a
 * quarter of the way round the Earth.
 */
record Spine(Ecef start, Ecef chord) {

    static Spine between(Ecef a, Ecef b) {
        return new Spine(a, b.minus(a));
    }

    static Spine at(Ecef point) {
        return new Spine(point, new Ecef(0, 0, 0));
    }

    double lengthMeters() {
        return Math.sqrt(chord.dot(chord));
    }

    /** How far a point near the spine is from it, in metres. */
    double metersFrom(Ecef p) {
        double lengthSquared = chord.dot(chord);
        double share = lengthSquared == 0 ? 0 : p.minus(start).dot(chord) / lengthSquared;
        return p.distance(at(Math.max(0, Math.min(1, share))));
    }

    private Ecef at(double share) {
        return Wgs84.lift(start.plus(chord.times(share)));
    }

    /** @param u from 0 to 4, once round */
    Ray ray(double u) {
        int leg = (int) Math.min(3, Math.floor(u));
        double part = u - leg;
        return switch (leg) {
            case 0 -> ray(part, -Math.PI / 2);
            case 1 -> ray(1, Math.PI * (part - 0.5));
            case 2 -> ray(1 - part, Math.PI / 2);
            default -> ray(0, Math.PI * (part + 0.5));
        };
    }

    /** @param turn the angle clockwise from the spine's own direction, radians */
    private Ray ray(double share, double turn) {
        Ecef origin = at(share);
        Ecef up = Wgs84.up(origin).unit();
        // A point has no direction: any will do that is not straight up.
        Ecef along = chord.dot(chord) > 0 ? chord : new Ecef(-up.y(), up.z(), up.x());
        Ecef right = along.cross(up).unit();
        Ecef ahead = up.cross(right);
        return new Ray(origin, ahead.times(Math.cos(turn)).plus(right.times(Math.sin(turn))));
    }
}
