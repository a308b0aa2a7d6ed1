package org.truceline.clients;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GeoJSON whose rings run the way that RFC 7946 wants, made from one whose rings run either way, as other formats let them. */
final class Rings {
    private Rings() {}

    static JsonNode turned(JsonNode geometry) {
        JsonNode copy = geometry.deepCopy();
        turn(copy);
        return copy;
    }

    private static void turn(JsonNode geometry) {
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> ((ObjectNode) geometry).set("coordinates", turnedRings(geometry.get("coordinates")));
            case "MultiPolygon" -> {
                ArrayNode polygons = (ArrayNode) geometry.get("coordinates");
                for (int i = 0; i < polygons.size(); i++) {
                    polygons.set(i, turnedRings(polygons.get(i)));
                }
            }
            case "GeometryCollection" -> geometry.get("geometries").forEach(Rings::turn);
            default -> {}
        }
    }

    private static ArrayNode turnedRings(JsonNode rings) {
        ArrayNode turned = JsonMapper.shared().createArrayNode();
        for (int i = 0; i < rings.size(); i++) {
            List<JsonNode> positions = new ArrayList<>();
            rings.get(i).forEach(positions::add);
            if (i == 0 != isCounterclockwise(positions)) {
                Collections.reverse(positions);
            }
            turned.addArray().addAll(positions);
        }
        return turned;
    }

    private static boolean isCounterclockwise(List<JsonNode> ring) {
        double area = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            double x = ring.get(i).get(0).asDouble() - ring.get(0).get(0).asDouble();
            double y = ring.get(i).get(1).asDouble() - ring.get(0).get(1).asDouble();
            double nextX =
                    ring.get(i + 1).get(0).asDouble() - ring.get(0).get(0).asDouble();
            double nextY =
                    ring.get(i + 1).get(1).asDouble() - ring.get(0).get(1).asDouble();
            area += x * nextY - nextX * y;
        }
        return area >= 0;
    }
}
