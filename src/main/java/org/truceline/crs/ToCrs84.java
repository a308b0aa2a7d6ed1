package org.truceline.crs;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.locationtech.jts.geom.Geometry;

/** A way from some coordinate reference system to longitude, latitude on WGS84. */
public final class ToCrs84 {
    private final MathTransform transform;

    ToCrs84(MathTransform transform) {
        this.transform = transform;
    }

    /**
     * The geometry in CRS84.
     *
     * @param geometry easting or longitude first, whatever order the coordinate reference system defines
     * @throws IllegalArgumentException if a coordinate lies where the coordinate reference system can't be used
     */
    public Geometry transform(Geometry geometry) {
        try {
            return JTS.transform(geometry, transform);
        } catch (TransformException outside) {
            throw new IllegalArgumentException(
                    "a coordinate lies outside the area of its coordinate reference system: " + outside.getMessage(),
                    outside);
        }
    }
}
