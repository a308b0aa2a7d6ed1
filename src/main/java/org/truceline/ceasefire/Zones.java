package org.truceline.ceasefire;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ceasefire.AreaInput.Exclusion;
import org.truceline.ceasefire.AreaInput.Measured;
import org.truceline.ceasefire.Reference.Along;
import org.truceline.ceasefire.Reference.At;
import org.truceline.ceasefire.Reference.Between;
import org.truceline.geodesy.Side;

/**
 * zone(rule, claim) = what lies within the band of distances from what the rule is measured from, on the ellipsoid, on the
 * rule's side, less what the rule leaves out.
 *
 * <p>Line and territory of one source share their vertices, so the zone of a side ends exactly at the line, and the zones
 * of both sides meet without overlap or gap. The end of one band is computed as the beginning of the next, so bands do too.
 */
final class Zones {
    private final Buffers buffers;

    Zones(Buffers buffers) {
        this.buffers = buffers;
    }

    /** @throws IllegalArgumentException if the input gives no zone, with the reason */
    AreaResult compute(Measured input) {
        if (input.reference() instanceof Between between) {
            return result(
                    withoutExclusions(BetweenLines.of(between.line(), between.other()), input),
                    Optional.empty(),
                    input);
        }
        Geometry from = measuredFrom(input.reference());
        Extent zone = cut(band(from, input), input.cut());
        return result(withoutExclusions(zone, input), Optional.of(from), input);
    }

    /** What the distances of a rule are measured from: a line or sections of it, or a site. */
    static Geometry measuredFrom(Reference reference) {
        if (reference instanceof Along along) {
            return along.sections().isEmpty()
                    ? along.line()
                    : LineSections.of(along.line()).cut(along.sections());
        }
        if (reference instanceof At at) {
            return at.site();
        }
        throw new IllegalArgumentException("what lies between two lines is measured from neither");
    }

    private Extent band(Geometry from, Measured input) {
        Band band = input.band();
        if (band.outerMeters().isEmpty()) {
            return polygons(from);
        }
        Extent outer = reach(from, band.outerMeters().getAsDouble(), band.ends(), input.cut());
        // What is nearer than the band on its side is nearer on either: so much needs no line along which to be parted.
        return band.innerMeters() == 0
                ? outer
                : outer.without(buffers.around(from, band.innerMeters(), Band.Ends.ROUND));
    }

    private Extent reach(Geometry from, double meters, Band.Ends ends, Cut cut) {
        if (cut instanceof Cut.Left) {
            return buffers.beside(from, Side.LEFT, meters, ends);
        }
        return cut instanceof Cut.Right
                ? buffers.beside(from, Side.RIGHT, meters, ends)
                : buffers.around(from, meters, ends);
    }

    private static Extent cut(Extent zone, Cut cut) {
        if (cut instanceof Cut.Unknown) {
            throw new IllegalArgumentException(
                    "nothing tells the party's side of the line: its source has no territory of the party that holds with"
                            + " it, and the alignment names no party on its left");
        }
        return cut instanceof Cut.Land land ? zone.common(Extent.exact(land.shape())) : zone;
    }

    private Extent withoutExclusions(Extent zone, Measured input) {
        Extent left = zone;
        for (Exclusion exclusion : input.excluded()) {
            left = left.without(
                    exclusion.distanceMeters() == 0
                            ? polygons(exclusion.shape())
                            : buffers.around(exclusion.shape(), exclusion.distanceMeters(), Band.Ends.ROUND));
        }
        return left;
    }

    private static Extent polygons(Geometry shape) {
        if (shape.getDimension() != 2) {
            throw new IllegalArgumentException(
                    "a " + shape.getGeometryType() + " has no inside; expected a polygon, or a distance from it");
        }
        return Extent.exact(shape);
    }

    private static AreaResult result(Extent zone, Optional<Geometry> measuredFrom, Measured input) {
        if (!zone.isEmpty()) {
            return new AreaResult.Area(zone, measuredFrom);
        }
        return new AreaResult.Empty(
                input.cut() instanceof Cut.Land land
                        ? "no part of the territory " + land.territory() + " lies within the band"
                        : "nothing is left of the zone");
    }
}
