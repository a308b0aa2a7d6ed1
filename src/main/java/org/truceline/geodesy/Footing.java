package org.truceline.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * Brings a foot that is nearly the nearest to the place where the geodesic from the asker meets the edge at a right
 * angle, or to a vertex where none is nearer on either side.
 *
 * <p>Where the geodesic arrives at an angle θ to the edge, the distance changes by cos θ for each metre along the edge,
 * and cos θ itself by sin² θ·M/m, with the reduced length m and the geodesic scale M of the geodesic (Karney, Algorithms
 * for geodesics, J. Geodesy 87, 2013, §3). The foot is off by about cos θ·m/M, which in the plane is exact for any θ:
 * a few steps of it suffice. The feet of chords, which these steps start from, are off by micrometres near the asker and
 * by metres at 300 km.
 */
record Footing(EdgeChain chain, LonLat asker) {

    private static final int GEODESIC =
            GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH | GeodesicMask.REDUCEDLENGTH | GeodesicMask.GEODESICSCALE;

    /** About what GeographicLib's 15 nm allow. */
    private static final double SETTLED_METERS = 2e-8;

    private static final int MOST_STEPS = 8;

    /** From a quarter of the way round the Earth on, geodesics draw together, and there is no such foot. */
    private static final double LEAST_SCALE = 0.1;

    /** A foot and the geodesic that leads to it. */
    record Found(Foot foot, LonLat place, GeodesicData way) {

        double meters() {
            return way.s12;
        }
    }

    Found from(Foot start) {
        Foot foot = start;
        Edge edge = chain.edge(foot.edge());
        Found best = look(edge, foot);
        Found last = best;
        for (int step = 0; step < MOST_STEPS && last.way.M21 > LEAST_SCALE; step++) {
            double ahead = metersAhead(edge, last);
            if (Math.abs(ahead) <= SETTLED_METERS) {
                break;
            }
            double share = clamp(foot.share() + ahead / edge.speedAt(foot.share()));
            if (share != foot.share()) {
                foot = new Foot(foot.edge(), share);
            } else {
                int neighbour = ahead > 0 ? chain.after(foot.edge()) : chain.before(foot.edge());
                if (neighbour == EdgeChain.NONE) {
                    break;
                }
                foot = new Foot(neighbour, ahead > 0 ? 0 : 1);
                edge = chain.edge(neighbour);
                double beyond = metersAhead(edge, new Found(foot, last.place, last.way));
                if (beyond * ahead <= 0) {
                    break;
                }
                foot = new Foot(neighbour, clamp(foot.share() + beyond / edge.speedAt(foot.share())));
            }
            last = look(edge, foot);
            best = last.meters() < best.meters() ? last : best;
        }
        return best;
    }

    /** By how much the foot should move along its edge. */
    private static double metersAhead(Edge edge, Found found) {
        double angle = Math.toRadians(found.way.azi2 - edge.azimuthAt(found.foot.share()));
        return -Math.cos(angle) * found.way.m12 / found.way.M21;
    }

    private Found look(Edge edge, Foot foot) {
        LonLat place = edge.at(foot.share());
        GeodesicData way = Geodesic.WGS84.Inverse(
                asker.latitude(), asker.longitude(), place.latitude(), place.longitude(), GEODESIC);
        return new Found(foot, place, way);
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
