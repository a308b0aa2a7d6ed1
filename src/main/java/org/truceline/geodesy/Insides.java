package org.truceline.geodesy;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** What lies in polygons whose edges are straight in longitude/latitude, their boundary included. */
final class Insides {

    private final List<PointOnGeometryLocator> locators;

    Insides(List<Polygon> polygons) {
        this.locators = polygons.stream()
                .<PointOnGeometryLocator>map(IndexedPointInAreaLocator::new)
                .toList();
    }

    boolean isEmpty() {
        return locators.isEmpty();
    }

    boolean hold(LonLat place) {
        if (locators.isEmpty()) {
            return false;
        }
        double wrapped = Math.IEEEremainder(place.longitude(), 360);
        for (PointOnGeometryLocator locator : locators) {
            for (int turn = -1; turn <= 1; turn++) {
                Coordinate coordinate = new Coordinate(wrapped + 360 * turn, place.latitude());
                if (locator.locate(coordinate) != Location.EXTERIOR) {
                    return true;
                }
            }
        }
        return false;
    }
}
