package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * The distance to the points and edges of a geometry by GeographicLib alone, sharing nothing with the code under test:
 * edges are cut into short steps, far ones put aside by their straight distance through the Earth, and the least
 * distance on each near one found by golden section. Slow, about a fifth of a millisecond a question. For several
 * threads.
 */
public final class GeographicTruth {

    private static final double STEP_METERS = 300;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Down to hundredths of a millimetre along the line. */
    private static final int GOLDEN_STEPS = 36;

    /** Chords of the same length differ in their geodesics' by less than this, times the square of chord over radius. */
    private static final double CHORD_SHARE = 0.01;

    private static final int BLOCK = 64;

    private final Edges edges;
    private final List<Step> steps = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** @param place the longitude and latitude at a share, 0 to 1 */
    private record Step(DoubleFunction<Coordinate> place, double x, double y, double z) {

        double chord(double[] p) {
            double dx = x - p[0];
            double dy = y - p[1];
            double dz = z - p[2];
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
    }

    /** Steps that follow each other, none of which starts farther than the radius from the middle one's start. */
    private record Block(Step middle, double radius, List<Step> steps) {}

    public GeographicTruth(Geometry geometry) {
        this(geometry, Edges.STRAIGHT);
    }

    public GeographicTruth(Geometry geometry, Edges edges) {
        this.edges = edges;
        geometry.apply((GeometryComponentFilter) component -> {
            if (component instanceof LineString line) {
                for (int i = 1; i < line.getNumPoints(); i++) {
                    addEdge(line.getCoordinateN(i - 1), line.getCoordinateN(i));
                }
            } else if (component instanceof Point point && !point.isEmpty()) {
                addStep(share -> point.getCoordinate());
            }
        });
        addBlocks();
    }

    private void addEdge(Coordinate a, Coordinate b) {
        if (edges == Edges.GEODESIC) {
            GeodesicLine line = Geodesic.WGS84.InverseLine(a.y, a.x, b.y, b.x);
            addSteps(line.Distance(), share -> {
                GeodesicData there =
                        line.Position(share * line.Distance(), GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
                return new Coordinate(there.lon2, there.lat2);
            });
        } else {
            double lowest = a.y * b.y < 0 ? 0 : Math.min(Math.abs(a.y), Math.abs(b.y));
            double length = 112_000 * Math.hypot((b.x - a.x) * Math.cos(Math.toRadians(lowest)), b.y - a.y);
            addSteps(length, share -> new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)));
        }
    }

    private void addSteps(double length, DoubleFunction<Coordinate> edge) {
        int count = Math.max(1, (int) Math.ceil(length / STEP_METERS));
        for (int i = 0; i < count; i++) {
            double from = i / (double) count;
            addStep(share -> edge.apply(from + share / count));
        }
    }

    private void addStep(DoubleFunction<Coordinate> place) {
        double[] start = inSpace(place.apply(0));
        steps.add(new Step(place, start[0], start[1], start[2]));
    }

    public double metersFrom(double longitude, double latitude) {
        double[] p = inSpace(new Coordinate(longitude, latitude));
        double bound = Double.POSITIVE_INFINITY;
        for (Block block : blocks) {
            bound = Math.min(bound, block.middle.chord(p));
        }
        bound = withSlack(bound);
        List<Step> near = new ArrayList<>();
        double nearestChord = Double.POSITIVE_INFINITY;
        for (Block block : blocks) {
            if (block.middle.chord(p) - block.radius <= bound) {
                for (Step step : block.steps) {
                    nearestChord = Math.min(nearestChord, step.chord(p));
                    near.add(step);
                }
            }
        }
        bound = withSlack(nearestChord);
        double nearest = Double.POSITIVE_INFINITY;
        for (Step step : near) {
            if (step.chord(p) <= bound && leastByEnds(longitude, latitude, step) <= nearest) {
                nearest = Math.min(nearest, least(longitude, latitude, step));
            }
        }
        return nearest;
    }

    private static double withSlack(double chord) {
        double share = chord / 6_400_000;
        return chord * (1 + CHORD_SHARE * share * share) + 1.1 * STEP_METERS;
    }

    private void addBlocks() {
        for (int from = 0; from < steps.size(); from += BLOCK) {
            List<Step> members = steps.subList(from, Math.min(steps.size(), from + BLOCK));
            Step middle = members.get(members.size() / 2);
            double[] p = {middle.x, middle.y, middle.z};
            double radius =
                    members.stream().mapToDouble(step -> step.chord(p)).max().orElse(0);
            blocks.add(new Block(middle, radius, members));
        }
    }

    /** No place on a step is nearer than half of what the way over both its ends is longer than the step. */
    private static double leastByEnds(double longitude, double latitude, Step step) {
        double overEnds = distance(longitude, latitude, step, 0) + distance(longitude, latitude, step, 1);
        return (overEnds - 1.1 * STEP_METERS) / 2;
    }

    private static double least(double longitude, double latitude, Step step) {
        double atStart = distance(longitude, latitude, step, 0);
        double atEnd = distance(longitude, latitude, step, 1);
        double low = 0;
        double high = 1;
        double left = 1 - GOLDEN;
        double right = GOLDEN;
        double atLeft = distance(longitude, latitude, step, left);
        double atRight = distance(longitude, latitude, step, right);
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = distance(longitude, latitude, step, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = distance(longitude, latitude, step, right);
            }
        }
        return Math.min(Math.min(atStart, atEnd), Math.min(atLeft, atRight));
    }

    private static double distance(double longitude, double latitude, Step step, double share) {
        Coordinate place = step.place.apply(share);
        return Geodesic.WGS84.Inverse(latitude, longitude, place.y, place.x, GeodesicMask.DISTANCE).s12;
    }

    /** Only to put far steps aside. */
    private static double[] inSpace(Coordinate place) {
        double lambda = Math.toRadians(place.x);
        double phi = Math.toRadians(place.y);
        double eccentricitySquared = 0.00669437999014;
        double radius = 6_378_137 / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) * Math.sin(phi));
        return new double[] {
            radius * Math.cos(phi) * Math.cos(lambda),
            radius * Math.cos(phi) * Math.sin(lambda),
            radius * (1 - eccentricitySquared) * Math.sin(phi)
        };
    }
}
