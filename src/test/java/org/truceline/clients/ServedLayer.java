package org.truceline.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;

/**
 * A layer as the server itself tells it: what a client has to arrive at.
 *
 * @param properties the schemas of the properties by name, those of id and geometry left out
 * @param features the GeoJSON features by id, in the server's order
 */
record ServedLayer(String id, JsonNode collection, Map<String, JsonNode> properties, Map<String, JsonNode> features) {

    static ServedLayer of(JsonNode collection, JsonNode schema, JsonNode items) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.get("properties").properties().forEach(entry -> {
            String role = entry.getValue().path("x-ogc-role").asString("");
            if (!role.equals("id") && !role.equals("primary-geometry")) {
                properties.put(entry.getKey(), entry.getValue());
            }
        });
        Map<String, JsonNode> features = new LinkedHashMap<>();
        items.get("features").forEach(feature -> features.put(feature.get("id").asString(), feature));
        return new ServedLayer(collection.get("id").asString(), collection, properties, features);
    }

    /** The ids of those features whose properties meet a condition. */
    List<String> ids(Predicate<JsonNode> condition) {
        return features.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue().get("properties")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The ids of the points that lie in a box of degrees. */
    List<String> idsWithin(double west, double south, double east, double north) {
        return features.entrySet().stream()
                .filter(entry -> {
                    JsonNode point = entry.getValue().at("/geometry/coordinates");
                    double longitude = point.path(0).asDouble(Double.NaN);
                    double latitude = point.path(1).asDouble(Double.NaN);
                    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether one of the first features has a value there; clients guess a property's type from these. */
    boolean isKnownWithin(long first, String property) {
        return features.values().stream()
                .limit(first)
                .anyMatch(feature -> !feature.at("/properties").get(property).isNull());
    }

    /** What the coordinates of all features span: west, south, east, north in degrees. */
    List<Double> spanned() {
        Envelope spanned = new Envelope();
        features.values().forEach(feature -> expand(spanned, feature.at("/geometry/coordinates")));
        return List.of(spanned.getMinX(), spanned.getMinY(), spanned.getMaxX(), spanned.getMaxY());
    }

    private static void expand(Envelope spanned, JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            spanned.expandToInclude(
                    coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
        } else {
            coordinates.forEach(part -> expand(spanned, part));
        }
    }

    /** The layer's extent: west, south, east, north in degrees; nothing where no feature has a geometry. */
    List<Double> box() {
        return StreamSupport.stream(collection.at("/extent/spatial/bbox/0").spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }
}
