package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truceline.ogcapi.FeatureVersion.Difference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What two states of one GeoJSON feature say otherwise. */
final class Differences {
    private static final String GEOMETRY = "geometry";

    private Differences() {}

    /** In the order of the properties, the geometry last. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        Map<String, JsonNode> then = values(before);
        Map<String, JsonNode> now = values(after);
        Map<String, JsonNode> all = new LinkedHashMap<>(then);
        all.putAll(now);
        List<Difference> differences = new ArrayList<>();
        for (String name : all.keySet()) {
            JsonNode old = then.getOrDefault(name, NullNode.getInstance());
            JsonNode recent = now.getOrDefault(name, NullNode.getInstance());
            if (!old.equals(recent)) {
                differences.add(new Difference(name, old, recent));
            }
        }
        return differences;
    }

    private static Map<String, JsonNode> values(JsonNode feature) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        feature.get("properties").properties().forEach(property -> values.put(property.getKey(), property.getValue()));
        // The number of the version itself says nothing of the feature.
        values.remove(EditedFeature.REV);
        values.put(GEOMETRY, feature.get(GEOMETRY));
        return values;
    }
}
