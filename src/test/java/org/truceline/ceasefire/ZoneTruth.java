package org.truceline.ceasefire;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.truceline.geodesy.GeographicTruth;

/** How far a place is outside of a zone, negative inside, in metres; by GeographicLib alone, and zero on the boundary. */
@FunctionalInterface
interface ZoneTruth {
    double metersOutside(double longitude, double latitude);

    /** All that is within a distance of lines or points. */
    static ZoneTruth within(double meters, Geometry geometry) {
        GeographicTruth truth = new GeographicTruth(geometry);
        return (longitude, latitude) -> truth.metersFrom(longitude, latitude) - meters;
    }

    static ZoneTruth inside(Geometry polygons) {
        GeographicTruth boundary = new GeographicTruth(polygons);
        return (longitude, latitude) -> {
            double meters = boundary.metersFrom(longitude, latitude);
            boolean inside = polygons.covers(polygons.getFactory().createPoint(new Coordinate(longitude, latitude)));
            return inside ? -meters : meters;
        };
    }

    default ZoneTruth and(ZoneTruth other) {
        return (longitude, latitude) ->
                Math.max(metersOutside(longitude, latitude), other.metersOutside(longitude, latitude));
    }

    default ZoneTruth or(ZoneTruth other) {
        return (longitude, latitude) ->
                Math.min(metersOutside(longitude, latitude), other.metersOutside(longitude, latitude));
    }

    default ZoneTruth without(ZoneTruth other) {
        return (longitude, latitude) ->
                Math.max(metersOutside(longitude, latitude), -other.metersOutside(longitude, latitude));
    }
}
