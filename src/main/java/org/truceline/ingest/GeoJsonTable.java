package org.truceline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GeoJSON FeatureCollection (RFC 7946): scalar properties become text, lists of scalars text joined with semicolons. A
 * feature's own id stands in for a property {@code id} that it lacks.
 */
final class GeoJsonTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LONGITUDE_LATITUDE = Set.of(
            "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326");

    private GeoJsonTable() {}

    static Table read(String file, byte[] bytes) {
        JsonNode collection = parse(file, Utf8Text.decode(bytes));
        Set<String> columns = new LinkedHashSet<>();
        List<Checked<Row>> rows = new ArrayList<>();
        for (JsonNode feature : collection.path("features")) {
            int number = rows.size() + 1;
            try {
                Row row = read(number, feature);
                columns.addAll(row.values().keySet());
                rows.add(new Checked.Good<>(row));
            } catch (InvalidField e) {
                rows.add(new Checked.Bad<>(e.rejection(file, number)));
            }
        }
        return new Table(columns, rows);
    }

    private static JsonNode parse(String file, String text) {
        JsonNode collection;
        try {
            collection = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new ImportFailure(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!collection.path("type").asString("").equals("FeatureCollection")
                || !collection.path("features").isArray()) {
            throw new ImportFailure(file + " is not a GeoJSON FeatureCollection");
        }
        // RFC 7946 has no "crs"; older files have, and meant it.
        JsonNode crs = collection.path("crs").path("properties").path("name");
        if (!crs.isMissingNode() && !LONGITUDE_LATITUDE.contains(crs.asString(""))) {
            throw new ImportFailure(
                    file + " is in " + crs.asString("") + "; GeoJSON is read in longitude, latitude on WGS84");
        }
        return collection;
    }

    private static Row read(int number, JsonNode feature) {
        if (!feature.path("type").asString("").equals("Feature")) {
            throw new InvalidField("type", "is not Feature");
        }
        Map<String, String> values = new LinkedHashMap<>();
        feature.path("properties")
                .properties()
                .forEach(property -> put(values, property.getKey(), property.getValue()));
        if (!values.containsKey("id")) {
            put(values, "id", feature.path("id"));
        }
        JsonNode shape = feature.path("geometry");
        Optional<Geometry> geometry = shape.isObject() ? Optional.of(GeoJsonGeometry.read(shape)) : Optional.empty();
        return new Row(number, values, geometry);
    }

    private static void put(Map<String, String> values, String name, JsonNode value) {
        String text = text(name, value).strip();
        if (text.indexOf(Utf8Text.NOT_UTF_8) >= 0 || name.indexOf(Utf8Text.NOT_UTF_8) >= 0) {
            throw new InvalidField(name, "holds bytes that are not UTF-8");
        }
        if (!text.isEmpty()) {
            values.put(name, text);
        }
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(text(name, item)));
            return String.join(";", items);
        }
        if (value.isObject()) {
            throw new InvalidField(name, "is an object; expected a text, a number, a boolean or a list of these");
        }
        return value.asString();
    }
}
