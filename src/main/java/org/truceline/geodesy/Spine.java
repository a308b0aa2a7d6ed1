package org.truceline.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;

/**
 * A geodesic from a to b with a ray to every place around it: normal to it along its two sides, fanning out at its two
 * ends. A spine without length is a point, and its rays are a full circle.
 *
 * <p>Rays are numbered clockwise by u from 0 to 4: 0–1 the left side from a to b, 1–2 the fan at b,
 * 2–3 the right side from b to a, 3–4 the fan at a. No two rays meet within 500 km, since normals of a geodesic draw
 * together only after a quarter of the way round the Earth.
 */
final class Spine {

    private final GeodesicLine line;
    private final double lengthMeters;

    private Spine(GeodesicLine line, double lengthMeters) {
        this.line = line;
        this.lengthMeters = lengthMeters;
    }

    static Spine between(LonLat a, LonLat b) {
        GeodesicLine line = Geodesic.WGS84.InverseLine(a.latitude(), a.longitude(), b.latitude(), b.longitude());
        return new Spine(line, line.Distance());
    }

    static Spine at(LonLat point) {
        return new Spine(Geodesic.WGS84.Line(point.latitude(), point.longitude(), 0), 0);
    }

    double lengthMeters() {
        return lengthMeters;
    }

    /** The curve in space, as a parabola; exact enough to 50 km, see {@link Arc}. */
    Arc arc() {
        return Arc.through(surfaceAt(0), surfaceAt(lengthMeters / 2), surfaceAt(lengthMeters));
    }

    private Ecef surfaceAt(double meters) {
        GeodesicData data = line.Position(meters);
        return Wgs84.onSurface(data.lon2, data.lat2);
    }

    /** @param u from 0 to 4, once round */
    Ray ray(double u) {
        int leg = (int) Math.min(3, Math.floor(u));
        double part = u - leg;
        double along =
                switch (leg) {
                    case 0 -> part;
                    case 1 -> 1;
                    case 2 -> 1 - part;
                    default -> 0;
                };
        double turn =
                switch (leg) {
                    case 0 -> -90;
                    case 1 -> -90 + 180 * part;
                    case 2 -> 90;
                    default -> 90 + 180 * part;
                };
        GeodesicData foot = line.Position(along * lengthMeters);
        return Ray.from(foot.lat2, foot.lon2, foot.azi2 + turn);
    }
}
