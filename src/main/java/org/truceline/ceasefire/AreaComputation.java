package org.truceline.ceasefire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.truceline.ceasefire.AreaInput.Land;
import org.truceline.geodesy.GeodesicBuffer;
import org.truceline.geodesy.GeodesicBuffer.Buffer;

/**
 * area(rule, alignment) = territory of the rule's party ∩ everything within the rule's distance of the alignment, on the
 * ellipsoid.
 *
 * <p>Line and territory come from one source and share their vertices, so the area ends exactly at the line. The two sides
 * of a rule need the same buffer, one after the other: the last one is kept. Not for use by several threads at once.
 */
final class AreaComputation {
    private final double toleranceMeters;
    private Optional<KnownBuffer> last = Optional.empty();

    /**
     * @param toleranceMeters the largest error accepted on a buffer's boundary
     */
    AreaComputation(double toleranceMeters) {
        this.toleranceMeters = toleranceMeters;
    }

    private record KnownBuffer(String alignment, long version, double distanceMeters, Buffer buffer) {
        boolean isFor(AreaInput input) {
            return alignment.equals(input.alignment())
                    && version == input.alignmentVersion()
                    && distanceMeters == input.distanceMeters();
        }
    }

    /** Computes an area; never throws for what its input is like. */
    AreaResult compute(AreaInput input) {
        if (input.land().isEmpty()) {
            return new AreaResult.Failure("the source of the alignment " + input.alignment()
                    + " has no territory of the rule's party that holds with it");
        }
        try {
            return compute(input, input.land().get());
        } catch (RuntimeException e) {
            // Whatever it was, the row shall say so: it is tried again when an input changes, not before.
            return new AreaResult.Failure(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private AreaResult compute(AreaInput input, Land land) {
        Buffer buffer = buffer(input);
        Geometry common = OverlayNGRobust.overlay(land.shape(), buffer.area(), OverlayNG.INTERSECTION);
        // Where a buffer only touches a territory, the intersection has points and lines too, or an empty polygon.
        List<Polygon> parts = new ArrayList<>();
        PolygonExtracter.getPolygons(common, parts);
        parts.removeIf(Polygon::isEmpty);
        if (parts.isEmpty()) {
            return new AreaResult.Failure("no part of the territory " + land.territory() + " lies within "
                    + input.distanceMeters() + " m of the alignment " + input.alignment());
        }
        return new AreaResult.Area(
                land.shape().getFactory().createMultiPolygon(parts.toArray(Polygon[]::new)),
                toleranceMeters,
                buffer.maxErrorMeters());
    }

    private Buffer buffer(AreaInput input) {
        Optional<KnownBuffer> known = last.filter(buffer -> buffer.isFor(input));
        if (known.isPresent()) {
            return known.get().buffer();
        }
        Buffer buffer = GeodesicBuffer.of(input.line(), input.distanceMeters(), toleranceMeters);
        last = Optional.of(
                new KnownBuffer(input.alignment(), input.alignmentVersion(), input.distanceMeters(), buffer));
        return buffer;
    }
}
