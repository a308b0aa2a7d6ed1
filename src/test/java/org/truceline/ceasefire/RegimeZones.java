package org.truceline.ceasefire;

import static org.truceline.ceasefire.ZoneTruth.inside;
import static org.truceline.ceasefire.ZoneTruth.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Where each area of {@code docs/regimes.md} is, said once more, as an agreement would. */
final class RegimeZones {
    private final RegimeStage stage;
    private final Map<String, ZoneTruth> zones = new LinkedHashMap<>();

    RegimeZones(RegimeStage stage) {
        this.stage = stage;
    }

    /** By the area's id. */
    Map<String, ZoneTruth> all() {
        minsk();
        israelAndSyria();
        korea();
        elsewhere();
        shapes();
        kyrgyzstanAndTajikistan();
        return zones;
    }

    private void minsk() {
        ZoneTruth west2014 = inside(stage.land("stage-2014", "west"));
        ZoneTruth east2014 = inside(stage.land("stage-2014", "east"));
        ZoneTruth west2015 = inside(stage.land("stage-2015", "west"));
        Geometry line2014 = stage.line("contact-2014");
        Geometry line2015 = stage.line("contact-2015");
        zones.put("minsk-1-west~contact-2014", within(15_000, line2014).and(west2014));
        zones.put("minsk-1-east~contact-2014", within(15_000, line2014).and(east2014));
        zones.put("minsk-2-50-west~contact-2015", within(25_000, line2015).and(west2015));
        zones.put("minsk-2-50-east~contact-2014", within(25_000, line2014).and(east2014));
        zones.put("minsk-2-70-west~contact-2015", within(35_000, line2015).and(west2015));
        zones.put("minsk-2-140-east~contact-2014", within(70_000, line2014).and(east2014));
        for (String weapon : new String[] {"tanks", "guns", "mortars"}) {
            zones.put(
                    "addendum-" + weapon + "-west~contact-2015",
                    within(15_000, line2015).and(west2015));
        }
        zones.put("disengagement-1-west~area-1", inside(stage.site("area-1")));
        zones.put("disengagement-1-east~area-1", inside(stage.site("area-1")));
        zones.put("disengagement-2-west~area-2", inside(stage.site("area-2")));
        zones.put(
                "one-sided-east~contact-2015", within(15_000, line2015).and(inside(stage.land("stage-2015", "east"))));
    }

    private void israelAndSyria() {
        ZoneTruth west = inside(stage.land("stage-map", "west"));
        ZoneTruth east = inside(stage.land("stage-map", "east"));
        Geometry lineA = stage.line("line-a");
        ZoneTruth between = inside(polygon(lineA, stage.line("line-b").reverse().getCoordinates()));
        zones.put("separation-west~line-a~line-b", between);
        zones.put("buffer-zone-west~line-a~line-b", between);
        zones.put("buffer-zone-east~line-a~line-b", between);
        zones.put("band-10-west~line-a", within(10_000, lineA).and(west));
        zones.put(
                "band-20-west~line-a",
                within(20_000, lineA).without(within(10_000, lineA)).and(west));
        zones.put("band-25-west~line-a", within(25_000, lineA).and(west));
        zones.put("band-10-east~line-b", within(10_000, stage.line("line-b")).and(east));
    }

    private void korea() {
        Geometry marked = stage.line("marked");
        zones.put("dmz-west~marked", within(2_000, marked));
        zones.put("artillery-west~marked", within(5_000, marked).and(new LineFrame(marked, 10_000).left()));
        Geometry before = section(marked, 0, 1);
        Geometry beyond = section(marked, 1, 3);
        zones.put("no-fly-1-west~marked", within(20_000, before).and(new LineFrame(before, 60_000).left()));
        LineFrame frame = new LineFrame(beyond, 60_000);
        zones.put("no-fly-2-west~marked", within(40_000, beyond).and(frame.left()));
        zones.put("no-fly-2-east~marked", within(40_000, beyond).and(frame.right()));
    }

    private void shapes() {
        Geometry road = stage.site("road");
        LineFrame frame = new LineFrame(road, 10_000);
        ZoneTruth abreast = frame.abreast();
        zones.put(
                "corridor-west~road",
                within(2_500, road)
                        .and(abreast)
                        .without(inside(stage.site("town")))
                        .without(within(500, stage.site("village"))));
        zones.put("lane-left-west~road", within(3_000, road).and(abreast).and(frame.left()));
        zones.put("lane-right-west~road", within(2_000, road).and(abreast).and(frame.right()));
        Geometry marked = stage.line("marked");
        LineFrame sides = new LineFrame(marked, 20_000);
        zones.put(
                "far-band-west~marked",
                within(10_000, marked).without(within(5_000, marked)).and(sides.left()));
        zones.put(
                "square-band-west~marked",
                within(5_000, marked)
                        .without(within(1_000, marked))
                        .and(sides.left())
                        .and(sides.abreast()));
        zones.put(
                "across-west~marked",
                within(3_000, marked).without(within(1_000, marked)).and(sides.right()));
    }

    private void elsewhere() {
        zones.put(
                "security-zone-west~claim-west",
                within(25_000, stage.line("claim-west")).and(inside(stage.land("stage-west", "west"))));
        ZoneTruth centre = within(10_000, stage.line("centre")).without(inside(stage.site("mile-14")));
        zones.put("centreline-west~centre", centre);
        zones.put("centreline-east~centre", centre);
        zones.put("mile-14-west~mile-14", inside(stage.site("mile-14")));
        zones.put("corridor-round-west~road", within(2_500, stage.site("road")).without(inside(stage.site("town"))));
    }

    private void kyrgyzstanAndTajikistan() {
        for (String party : new String[] {"west", "east"}) {
            ZoneTruth asWestDraws =
                    within(10_000, stage.line("claim-west")).and(inside(stage.land("stage-west", party)));
            ZoneTruth asEastDraws =
                    within(10_000, stage.line("claim-east")).and(inside(stage.land("stage-east", party)));
            zones.put("heavy-" + party + "~claim-west", asWestDraws);
            zones.put("heavy-" + party + "~claim-east", asEastDraws);
            zones.put("heavy-" + party + "~union", asWestDraws.or(asEastDraws));
            zones.put("heavy-" + party + "~intersection", asWestDraws.and(asEastDraws));
        }
        borderPosts();
        zones.put("no-entry-west~post", within(500, stage.site("post")));
    }

    /** Markers 2 and 3 stand beside the line; East has a place of its own for marker 2. */
    private void borderPosts() {
        for (String claim : new String[] {"west", "east"}) {
            Geometry line = stage.line("claim-" + claim);
            ZoneTruth land = inside(stage.land("stage-" + claim, "west"));
            LineMeasure measure = new LineMeasure(line);
            zones.put(
                    "posts-west~claim-" + claim,
                    within(
                                    3_000,
                                    measure.between(
                                            measure.nearest(claim.equals("east") ? -29.02 : -28.97, 41.2),
                                            measure.nearest(-29.03, 41.4)))
                            .and(land));
            zones.put(
                    "posts-by-measure-west~claim-" + claim,
                    within(3_000, measure.between(5_000, 12_000))
                            .or(within(3_000, measure.between(20_000, 24_000)))
                            .and(land));
        }
        for (String rule : new String[] {"posts-west", "posts-by-measure-west"}) {
            ZoneTruth asWestDraws = Objects.requireNonNull(zones.get(rule + "~claim-west"));
            ZoneTruth asEastDraws = Objects.requireNonNull(zones.get(rule + "~claim-east"));
            // The claims are farther apart than the posts' distance: they have nothing in common.
            zones.put(rule + "~union", asWestDraws.or(asEastDraws));
        }
    }

    /** The line between two of its vertices. */
    private static Geometry section(Geometry line, int from, int to) {
        return line.getFactory().createLineString(Arrays.copyOfRange(line.getCoordinates(), from, to + 1));
    }

    /** The inside of a line and what leads back from its end to its start. */
    private static Geometry polygon(Geometry line, Coordinate... back) {
        Coordinate[] there = line.getCoordinates();
        Coordinate[] ring = new Coordinate[there.length + back.length + 1];
        System.arraycopy(there, 0, ring, 0, there.length);
        System.arraycopy(back, 0, ring, there.length, back.length);
        ring[ring.length - 1] = there[0];
        return line.getFactory().createPolygon(ring);
    }
}
