package org.truceline.geodesy;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** A line as lines straight in longitude/latitude, within longitudes ±180: for geodesic edges, within a millimetre. */
final class PlaneLine {

    private PlaneLine() {}

    /** @throws IllegalArgumentException if a coordinate is no place on Earth, or a geodesic edge passes a pole */
    static List<LineString> of(LineString line, Edges edges) {
        if (edges == Edges.STRAIGHT) {
            return Antimeridian.split(line);
        }
        List<LonLat> path = new ArrayList<>();
        for (Coordinate vertex : line.getCoordinates()) {
            LonLat to = LonLat.checked(vertex);
            if (path.isEmpty()) {
                path.add(to);
            } else {
                LonLat from = path.get(path.size() - 1);
                PlanePolygon.follow(edges.between(from, to), 0, from, 1, to, path);
            }
        }
        Coordinate[] plane = PlaneRing.coordinates(PlaneRing.unwrapped(path)).toArray(Coordinate[]::new);
        return Antimeridian.split(line.getFactory().createLineString(plane));
    }
}
