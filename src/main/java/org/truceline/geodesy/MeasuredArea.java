package org.truceline.geodesy;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * An area on the ellipsoid, and how exact its boundary is.
 *
 * @param area a valid polygon or multipolygon, perhaps empty, in longitude/latitude degrees within ±180, cut at the
 *     antimeridian (RFC 7946 §3.1.9), its edges straight in longitude/latitude
 * @param maxErrorMeters a bound of how far the boundary of the area is from where it should be, measured at its
 *     vertices and along its edges. Edges along the antimeridian or at a pole, which are no boundary on Earth, are left
 *     out
 */
public record MeasuredArea(Geometry area, double maxErrorMeters) {

    /** @throws IllegalStateException if the area is not valid, which no input is known to cause */
    static MeasuredArea of(List<Polygon> parts, GeometryFactory factory, double maxErrorMeters) {
        return of(
                parts.size() == 1 ? parts.get(0) : factory.createMultiPolygon(parts.toArray(Polygon[]::new)),
                maxErrorMeters);
    }

    /** @throws IllegalStateException if the area is not valid, which no input is known to cause */
    static MeasuredArea of(Geometry area, double maxErrorMeters) {
        IsValidOp validity = new IsValidOp(area);
        if (!validity.isValid()) {
            throw new IllegalStateException("The area is not valid: " + validity.getValidationError());
        }
        return new MeasuredArea(area, maxErrorMeters);
    }
}
