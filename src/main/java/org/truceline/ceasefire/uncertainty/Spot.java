package org.truceline.ceasefire.uncertainty;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** A point by longitude and latitude in degrees (OGC CRS84); the longitude may be unwrapped, beyond ±180. */
public record Spot(double longitude, double latitude) {
    public Spot {
        // Written so that NaN is refused too.
        if (!(Math.abs(longitude) <= 540 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "Expected a longitude within ±540 and a latitude within ±90 degrees, not " + longitude + " and "
                            + latitude);
        }
    }

    /** As a geometry. */
    public Point toPoint() {
        return new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
    }
}
