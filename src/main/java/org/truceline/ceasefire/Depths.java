package org.truceline.ceasefire;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.truceline.ceasefire.uncertainty.Depth;
import org.truceline.geodesy.GeodesicDistance;

/** Depths inside of what lies around geometries, in metres on the WGS84 ellipsoid. */
final class Depths {
    private Depths() {}

    /**
     * Inside of all that is within a distance of a geometry. Within polygons it goes on growing up to the place that is
     * farthest from their boundary.
     *
     * @param meters 0 for polygons alone
     */
    static Depth within(Geometry geometry, double meters) {
        if (geometry.getDimension() < 2) {
            GeodesicDistance distance = GeodesicDistance.to(geometry);
            return (longitude, latitude) -> meters - distance.metersFrom(longitude, latitude);
        }
        GeodesicDistance boundary = GeodesicDistance.toBoundary(geometry);
        PointOnGeometryLocator inside = new IndexedPointInAreaLocator(geometry);
        return (longitude, latitude) -> {
            double distance = boundary.metersFrom(longitude, latitude);
            Coordinate place = new Coordinate(Math.IEEEremainder(longitude, 360), latitude);
            return meters + (inside.locate(place) == Location.EXTERIOR ? -distance : distance);
        };
    }

    /** Inside of the first and outside of the second. */
    static Depth without(Depth first, Depth second) {
        return (longitude, latitude) ->
                Math.min(first.metersAt(longitude, latitude), -second.metersAt(longitude, latitude));
    }
}
