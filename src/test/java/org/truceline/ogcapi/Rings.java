package org.truceline.ogcapi;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;

/** What is inside of polygons in GeoJSON, told by another program than the server's. */
final class Rings {
    private Rings() {}

    static boolean hold(JsonNode geometry, double longitude, double latitude) {
        return read(geometry).contains(new GeometryFactory().createPoint(new Coordinate(longitude, latitude)));
    }

    static Geometry read(JsonNode geometry) {
        try {
            return new GeoJsonReader().read(geometry.toString());
        } catch (ParseException notGeoJson) {
            throw new AssertionError(notGeoJson);
        }
    }
}
