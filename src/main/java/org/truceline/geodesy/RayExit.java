package org.truceline.geodesy;

/**
 * Where rays of a {@link Spine} leave the buffer of its {@link Stretch}.
 *
 * <p>The distance is below its target at the start of a ray, above it at twice the target, and equal to it once. It is
 * solved for by Newton's method, first against the pieces that neighbouring rays ended at, then against all of the
 * stretch; a bracket, halved when a step would leave it, makes it certain. Since along a ray the buffer of several
 * pieces ends where the last of theirs does, the farthest of the neighbours' answers is the guess, and one question to
 * the tree mostly confirms it.
 */
final class RayExit {

    /** Of how far out vertices stand: how well a ray's end is solved for. */
    private static final double PRECISION = 0.02;

    /**
     * Of its depth, how well a vertex that will not show has to be known. Near a pole, of its distance to that too, or
     * an edge to it could pass the pole on the wrong side.
     */
    private static final double ROUGH = 1 / 8.0;

    /** Nearer to the edge of the whole buffer, in steps of the tracing, every vertex is solved for. */
    private static final double DEEP_STEPS = 4;

    /** Below this rise of the distance along the ray, a Newton step would jump too far. */
    private static final double LEAST_SLOPE = 0.1;

    private static final int MOST_PIECE_STEPS = 6;
    private static final int MOST_CORNER_STEPS = 8;

    private final StretchField near;
    private final WholeField whole;
    private final double distanceMeters;
    private final double targetMeters;
    private final double precisionMeters;
    private final double deepMeters;

    /** @param outwardMeters how far beyond the distance vertices stand */
    RayExit(StretchField near, WholeField whole, double distanceMeters, double outwardMeters) {
        this.near = near;
        this.whole = whole;
        this.distanceMeters = distanceMeters;
        this.targetMeters = distanceMeters + outwardMeters;
        this.precisionMeters = PRECISION * outwardMeters;
        this.deepMeters = DEEP_STEPS * Math.sqrt(16 * distanceMeters * outwardMeters);
    }

    /**
     * The end of a ray.
     *
     * @param u the number of the ray
     * @param reach metres along the ray
     * @param probe its distance to the stretch
     * @param depth how far inside the buffer of the whole geometry it is, metres; 0 where it shows
     * @param position of the nearest point along the stretch: the number of its piece and the parameter there
     */
    record Vertex(double u, double reach, Probe probe, double depth, double position) {

        /** The same place by another number of its ray. */
        Vertex at(double otherU) {
            return new Vertex(otherU, reach, probe, depth, position);
        }
    }

    /** The end of ray 0, without neighbours to guess by. */
    Vertex first(Ray ray) {
        return solve(0, ray, targetMeters);
    }

    /** The end of a ray that lies between two others, the ends of which are known. */
    Vertex between(double u, Ray ray, Vertex from, Vertex to) {
        double byFrom = reachOf(from.probe.piece(), ray, from.reach);
        double byTo = to.probe.piece() == from.probe.piece() ? Double.NaN : reachOf(to.probe.piece(), ray, to.reach);
        double guess = Double.isNaN(byFrom) ? byTo : Double.isNaN(byTo) ? byFrom : Math.max(byFrom, byTo);
        return solve(u, ray, Double.isNaN(guess) ? (from.reach + to.reach) / 2 : guess);
    }

    /**
     * The number of the ray, between two others, that leaves the buffers of the two pieces that these end at in one
     * place: by the rule of false position. The middle, where that does not work.
     */
    double corner(Spine spine, Vertex from, Vertex to) {
        double width = to.u - from.u;
        double middle = from.u + width / 2;
        int first = from.probe.piece();
        int second = to.probe.piece();
        double low = from.u;
        double high = to.u;
        double atLow = from.reach - reachOf(second, spine.ray(low), from.reach);
        double atHigh = reachOf(first, spine.ray(high), to.reach) - to.reach;
        if (!(atLow > 0 && atHigh < 0)) {
            return middle;
        }
        double u = middle;
        for (int step = 0; step < MOST_CORNER_STEPS; step++) {
            u = (low * atHigh - high * atLow) / (atHigh - atLow);
            Ray ray = spine.ray(u);
            double ahead = reachOf(first, ray, from.reach) - reachOf(second, ray, to.reach);
            if (Double.isNaN(ahead)) {
                return middle;
            }
            if (Math.abs(ahead) <= precisionMeters) {
                break;
            }
            // The end that stays counts half from now on, or it would stay for ever (Illinois).
            if (ahead > 0) {
                low = u;
                atLow = ahead;
                atHigh /= 2;
            } else {
                high = u;
                atHigh = ahead;
                atLow /= 2;
            }
        }
        return Math.max(from.u + width / 1000, Math.min(to.u - width / 1000, u));
    }

    /** Where a ray is at the target distance from one piece; not a number, where it seems never to be. */
    private double reachOf(int piece, Ray ray, double guess) {
        double reach = guess;
        for (int step = 0; step < MOST_PIECE_STEPS; step++) {
            Ecef p = ray.at(reach);
            Ecef foot = near.foot(piece, p);
            double excess = Wgs84.arcLength(p, foot) - targetMeters;
            if (Math.abs(excess) <= precisionMeters / 2) {
                return reach;
            }
            double slope = ray.slope(reach, p, foot);
            if (!(slope > LEAST_SLOPE)) {
                return Double.NaN;
            }
            reach -= excess / slope;
        }
        return Double.NaN;
    }

    private Vertex solve(double u, Ray ray, double guess) {
        double inside = 0;
        double outside = 2 * targetMeters + precisionMeters;
        double reach = guess > inside && guess < outside ? guess : targetMeters;
        while (true) {
            Ecef p = ray.at(reach);
            PieceTree.Search all = whole.ask(p);
            boolean shows = near.has(all.piece());
            PieceTree.Search nearest = shows ? all : near.ask(p);
            double excess = nearest.meters() - targetMeters;
            double depth = shows ? 0 : targetMeters - all.meters();
            if (Math.abs(excess) <= precisionMeters
                    || (depth > deepMeters
                            && Math.abs(excess) <= ROUGH * Math.min(depth, 1 / Wgs84.bendOfStraightLines(p)))
                    || outside - inside < precisionMeters) {
                if (whole.isInside(p)) {
                    depth = distanceMeters;
                }
                Probe probe = new Probe(Wgs84.toLonLat(p), p, nearest.meters(), nearest.piece());
                return new Vertex(u, reach, probe, Math.max(0, depth), nearest.position());
            }
            if (excess < 0) {
                inside = reach;
            } else {
                outside = reach;
            }
            double slope = ray.slope(reach, p, nearest.foot());
            double next = reach - excess / slope;
            reach = slope > LEAST_SLOPE && next > inside && next < outside ? next : (inside + outside) / 2;
        }
    }
}
